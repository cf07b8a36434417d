package io.tiercast.contact;

import java.util.List;

/**
 * What became of a request to suppress phones.
 *
 * @param alreadyListed those that were on the list, and stay there with the wider of both scopes
 * @param unknown those, as given, that are no phones
 */
public record SuppressedPhones(int added, int alreadyListed, List<String> unknown) {}
