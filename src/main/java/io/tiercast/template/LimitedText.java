package io.tiercast.template;

import java.util.Map;

/**
 * A text of which Meta limits the length, its variables filled in.
 *
 * @param times how often each variable stands in it, by key
 * @param room characters that all of these may have together
 */
public record LimitedText(Map<String, Integer> times, int room) {}
