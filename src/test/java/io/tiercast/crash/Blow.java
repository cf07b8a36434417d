package io.tiercast.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A crash to come.
 *
 * @param reached how many people Meta must have heard of by then
 */
record Blow(Target target, int reached) {

    enum Target {
        /** kill -9 of the application, which is then started again; its PostgreSQL goes on without it. */
        APPLICATION,
        /** An immediate stop of PostgreSQL: as if the power failed, for all that it had not written. The application brings it back. */
        POSTGRES
    }

    /** Every fifth strikes right after the start that the one before it caused. */
    private static final int AT_ONCE = 5;

    /** Every fourth is the database's. */
    private static final int DATABASE = 4;

    /** At random moments of a campaign, in their order. */
    static List<Blow> plan(int count, int recipients, Random random) {
        List<Integer> moments = random.ints(count, recipients / 50, recipients - recipients / 20)
                .sorted()
                .boxed()
                .toList();
        List<Blow> plan = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int reached = i % AT_ONCE == AT_ONCE - 1 ? 0 : moments.get(i);
            plan.add(new Blow(i % DATABASE == DATABASE - 1 ? Target.POSTGRES : Target.APPLICATION, reached));
        }
        return plan;
    }
}
