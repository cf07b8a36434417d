package io.tiercast.dispatch;

import io.tiercast.message.OpenRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose turn it is among the campaigns of one number: authentication and utility before marketing, and within a rank each in
 * turn.
 */
final class RunQueue {

    static final RunQueue EMPTY = new RunQueue(List.of(), 0);

    private final List<OpenRun> waiting;
    private int turn;

    private RunQueue(List<OpenRun> waiting, int turn) {
        this.waiting = waiting;
        this.turn = turn;
    }

    /** The same turn over a newer list. */
    RunQueue with(List<OpenRun> open) {
        return new RunQueue(open.stream().filter(OpenRun::waiting).toList(), turn);
    }

    RunQueue without(long campaignId) {
        List<OpenRun> rest = new ArrayList<>(waiting);
        rest.removeIf(run -> run.campaignId() == campaignId);
        return new RunQueue(rest, turn);
    }

    /** The next to claim from at this moment; null if there is none. */
    OpenRun next(Instant now) {
        List<OpenRun> candidates =
                waiting.stream().filter(run -> run.maySend(now)).toList();
        List<OpenRun> urgent =
                candidates.stream().filter(run -> !marketing(run)).toList();
        List<OpenRun> rank = urgent.isEmpty() ? candidates : urgent;
        return rank.isEmpty() ? null : rank.get(Math.floorMod(turn++, rank.size()));
    }

    private static boolean marketing(OpenRun run) {
        return run.category().equals("MARKETING");
    }
}
