package io.tiercast.message;

import java.util.Map;

/**
 * A text that must not become too long when its variables are filled in (132005).
 *
 * @param times how often each parameter stands in it, by its place among the parameters of its variant
 * @param most characters that all of these may have together
 */
public record TextLimit(Map<Integer, Integer> times, int most) {}
