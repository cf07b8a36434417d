package io.tiercast.webhook;

import java.util.List;

/**
 * The replies that are taken for a decision, whatever their case, accents and punctuation.
 *
 * @param optOut from anybody: no more marketing
 * @param confirmation from somebody who was asked to confirm: marketing is wanted
 */
public record ConsentWordsView(List<String> optOut, List<String> confirmation) {}
