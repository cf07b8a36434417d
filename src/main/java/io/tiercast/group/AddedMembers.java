package io.tiercast.group;

import java.util.List;

/**
 * What became of a request to add members.
 *
 * @param unknown the ids or phones, as given, that no contact has
 */
public record AddedMembers(int added, int alreadyMembers, List<Object> unknown) {}
