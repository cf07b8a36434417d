package io.tiercast.outside;

import io.tiercast.outside.OutsideSettings.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What happens to a recipient's message, decided by seed and recipient alone.
 *
 * @param refusal the code of an answer that refuses for good, or null
 * @param shaken whether the first attempt is refused for a reason that passes
 * @param statuses what is reported, in the order in which it happens
 * @param failure the code of the status {@code failed}, or null
 */
record Fate(Integer refusal, boolean shaken, List<String> statuses, Integer failure) {

    private static final int[] REFUSALS = {131009, 131021};
    private static final int[] FAILURES = {131026, 130472};

    static Fate of(OutsideSettings settings, String recipient) {
        Random random = new Random(settings.seed() * 1_000_003 + recipient.hashCode());
        random.nextInt(); // the first draw of neighbouring seeds is alike
        int draw = random.nextInt(1000);
        Shares shares = settings.shares();
        if ((draw -= shares.refused()) < 0) {
            return new Fate(REFUSALS[random.nextInt(2)], false, List.of(), null);
        }
        boolean shaken = (draw -= shares.shaken()) < 0;
        if (!shaken && (draw -= shares.failed()) < 0) {
            List<String> statuses = random.nextBoolean() ? List.of("sent", "failed") : List.of("failed");
            return new Fate(null, false, statuses, FAILURES[random.nextInt(2)]);
        }
        return new Fate(null, shaken, goodStatuses(shares, shaken ? random.nextInt(1000) : draw, random), null);
    }

    /** Who reads at once gets no {@code delivered}. */
    private static List<String> goodStatuses(Shares shares, int draw, Random random) {
        List<String> statuses = new ArrayList<>(List.of("sent"));
        if (draw >= shares.sentOnly()) {
            boolean read = draw >= shares.sentOnly() + shares.deliveredOnly();
            if (!read || random.nextInt(4) > 0) {
                statuses.add("delivered");
            }
            if (read) {
                statuses.add("read");
            }
        }
        return statuses;
    }
}
