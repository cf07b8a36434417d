package io.tiercast.event;

import java.util.List;

/**
 * What became of events that were told.
 *
 * @param accepted how many are stored, those included that were stored before under the same id
 */
public record AcceptedEvents(int accepted, List<Rejection> rejected) {

    /** @param index the event's place in the request, from 0 */
    public record Rejection(int index, String reason) {}
}
