package io.tiercast.crash;

import io.tiercast.outside.Ledger;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Tells how far it is: about every five seconds, and after each blow. */
final class Progress {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Ledger ledger;
    private final int recipients;
    private final long start = System.nanoTime();
    private long said = start;
    private int blows;

    Progress(Ledger ledger, int recipients) {
        this.ledger = ledger;
        this.recipients = recipients;
    }

    /** How many people Meta has heard of. */
    int people() {
        int people = ledger.people();
        if (isTime()) {
            say("%,d of %,d people".formatted(people, recipients));
        }
        return people;
    }

    void survived(Blow blow, int at) {
        blows++;
        say("blow %d (%s) at %,d, ready again at %,d".formatted(blows, blow.target(), at, ledger.people()));
    }

    void decided(int messages) {
        say("%d tried three times in vain, sent again by a person's decision".formatted(messages));
    }

    void ending(Map<String, Integer> buckets) {
        if (isTime()) {
            Map<String, Integer> counted = new TreeMap<>(buckets);
            counted.values().removeIf(n -> n == 0);
            say("waiting for the end: %s; the line: %s".formatted(counted, ledger.mishaps()));
        }
    }

    void last(String stats) {
        say("in the end %,d of %,d people; the line: %s%n%s"
                .formatted(ledger.people(), recipients, ledger.mishaps(), stats));
    }

    private boolean isTime() {
        boolean time = System.nanoTime() - said > EVERY.toNanos();
        said = time ? System.nanoTime() : said;
        return time;
    }

    private void say(String what) {
        System.out.printf("%6.1f s: %s%n", (System.nanoTime() - start) / 1e9, what);
    }
}
