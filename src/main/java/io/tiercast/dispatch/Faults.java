package io.tiercast.dispatch;

import io.tiercast.message.OpenRun;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What refusals say of their campaigns: which were stopped already, and which fail message after message. */
final class Faults {

    private static final int TOO_MANY_IN_A_ROW = 20;

    private final Map<Long, Integer> inARow = new HashMap<>();
    private final Set<Long> stopped = new HashSet<>();

    /** The queues as they are now: those that were shut are no longer among them. */
    void refresh(List<OpenRun> open) {
        stopped.clear();
        inARow.keySet().retainAll(open.stream().map(OpenRun::campaignId).toList());
    }

    void accepted(long campaignId) {
        inARow.remove(campaignId);
    }

    /** Whether one more is one too many; then they are counted anew. */
    boolean tooMany(long campaignId) {
        boolean tooMany = inARow.merge(campaignId, 1, Integer::sum) == TOO_MANY_IN_A_ROW;
        if (tooMany) {
            inARow.remove(campaignId);
        }
        return tooMany;
    }

    /** Whether it was not stopped before: many messages under way are refused alike. */
    boolean stop(long campaignId) {
        return stopped.add(campaignId);
    }
}
