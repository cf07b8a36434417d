package io.tiercast.sandbox;

import io.tiercast.sandbox.Draws.Of;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What becomes of an accepted message: decided at once, and by the seed and the recipient alone, so that a run can be
 * repeated.
 *
 * @param happenings in the order they happen; a doubled one is there twice
 * @param answerLost the sender never hears that it was accepted
 */
record Outcome(List<Happening> happenings, boolean answerLost) {

    private static final List<String> WORDS = List.of("Thanks!", "Is this still available?", "\uD83D\uDC4D", "धन्यवाद");

    /**
     * Meta's reasons for not delivering; the last concerns marketing only. The cap of marketing per person (131049) is left out: it
     * is tried again a day later, and everybody's first campaign here would wait for that.
     */
    private static final List<Integer> CODES = List.of(131026, 131026, 130472);

    private static final int CODES_OF_ALL_CATEGORIES = 2;

    /** Some read before their phone has told that it got the message; Meta then skips {@code delivered}. */
    private static final double READ_AT_ONCE_SHARE = 0.05;

    /** @param buttonPayload what comes back when the first quick reply is pressed; null if the template has none */
    static Outcome decide(long seed, long recipient, boolean marketing, String buttonPayload, Knobs knobs) {
        Draws draws = new Draws(seed, recipient);
        List<Happening> story = draws.hits(Of.FAILURE, knobs.failedShare())
                ? failing(draws, marketing, knobs)
                : arriving(draws, buttonPayload, knobs);
        return new Outcome(told(story, draws, knobs), draws.hits(Of.LOST_ANSWER, knobs.lostAnswerShare()));
    }

    boolean reaches(Kind kind) {
        return happenings.stream().anyMatch(happening -> happening.kind() == kind);
    }

    boolean isDelivered() {
        return reaches(Kind.DELIVERED) || reaches(Kind.READ);
    }

    /** Pricing comes with {@code sent}, and with the first status that proves delivery. */
    boolean isPriced(Happening happening) {
        return switch (happening.kind()) {
            case SENT, DELIVERED -> true;
            case READ -> !reaches(Kind.DELIVERED);
            default -> false;
        };
    }

    private static List<Happening> failing(Draws draws, boolean marketing, Knobs knobs) {
        long sent = draws.around(Of.SENT_DELAY, knobs.statusDelayMillis().sent());
        long failed = sent
                + draws.around(Of.DELIVERED_DELAY, knobs.statusDelayMillis().delivered());
        int code = CODES.get(draws.index(Of.FAILURE_CODE, marketing ? CODES.size() : CODES_OF_ALL_CATEGORIES));
        Happening failure = Happening.failure(code, failed);
        return draws.hits(Of.SENT_BEFORE_FAILURE, 0.3)
                ? List.of(Happening.of(Kind.SENT, sent), failure)
                : List.of(failure);
    }

    private static List<Happening> arriving(Draws draws, String buttonPayload, Knobs knobs) {
        long at = draws.around(Of.SENT_DELAY, knobs.statusDelayMillis().sent());
        List<Happening> story = new ArrayList<>(4);
        story.add(Happening.of(Kind.SENT, at));
        if (draws.hits(Of.DELIVERY, knobs.undeliveredShare())) {
            return story;
        }
        at += draws.around(Of.DELIVERED_DELAY, knobs.statusDelayMillis().delivered());
        boolean read = draws.hits(Of.READING, knobs.readShare());
        if (!read || !draws.hits(Of.READ_AT_ONCE, READ_AT_ONCE_SHARE)) {
            story.add(Happening.of(Kind.DELIVERED, at));
        }
        if (read) {
            at += draws.around(Of.READ_DELAY, knobs.statusDelayMillis().read());
            story.add(Happening.of(Kind.READ, at));
        }
        reply(story, at, draws, buttonPayload, knobs);
        return story;
    }

    private static void reply(List<Happening> story, long readAt, Draws draws, String buttonPayload, Knobs knobs) {
        long at =
                readAt + draws.around(Of.REPLY_DELAY, knobs.statusDelayMillis().read());
        if (draws.hits(Of.STOP, knobs.stopShare())) {
            story.add(Happening.reply(Kind.TEXT_REPLY, "STOP", at));
        } else if (draws.hits(Of.REPLY, knobs.replyShare())) {
            String words = WORDS.get(draws.index(Of.REPLY_WORDS, WORDS.size()));
            boolean pressed = buttonPayload != null && draws.hits(Of.REPLY_WORDS, 0.5);
            story.add(
                    pressed
                            ? Happening.reply(Kind.BUTTON_REPLY, buttonPayload, at)
                            : Happening.reply(Kind.TEXT_REPLY, words, at));
        }
    }

    private static List<Happening> told(List<Happening> story, Draws draws, Knobs knobs) {
        List<Happening> told = new ArrayList<>(story);
        if (draws.hits(Of.DISORDER, knobs.disorderShare())) {
            swapTelling(told);
        }
        if (draws.hits(Of.DUPLICATE, knobs.duplicateShare())) {
            Happening doubled = told.get(draws.index(Of.DUPLICATED, told.size()));
            told.add(doubled.toldAt(doubled.toldAfterMillis() + 1 + draws.around(Of.DUPLICATED, 500)));
        }
        return Collections.unmodifiableList(told);
    }

    /** What happened first is told last, at the times the webhooks would have come anyway. */
    private static void swapTelling(List<Happening> story) {
        int last = story.size() - 1;
        List<Long> times = story.stream().map(Happening::toldAfterMillis).toList();
        for (int i = 0; i <= last; i++) {
            // One millisecond apart even without delays, since what is due at once is told in the order it is stored.
            story.set(i, story.get(i).toldAt(times.get(last - i) + last - i));
        }
    }
}
