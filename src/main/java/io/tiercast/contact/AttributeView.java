package io.tiercast.contact;

/**
 * An attribute that contacts have.
 *
 * @param label the key in words, for people
 */
public record AttributeView(String key, AttributeType type, String label) {}
