package io.tiercast.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A batch of accepted messages as arrays for one {@code unnest}. */
record EventColumns(List<AcceptedMessage> messages) {

    Object[] arguments() {
        return new Object[] {
            column(Long[]::new, (message, event) -> message.atMillis() + event.toldAfterMillis()),
            column(Long[]::new, (message, event) -> message.atMillis() + event.afterMillis()),
            column(Long[]::new, (message, event) -> message.id()),
            column(Long[]::new, (message, event) -> message.request().recipient()),
            column(String[]::new, (message, event) -> message.phoneNumberId()),
            column(Short[]::new, (message, event) -> (short) event.kind().ordinal()),
            column(Integer[]::new, (message, event) -> event.code()),
            column(
                    String[]::new,
                    (message, event) -> message.request().template().category()),
            column(String[]::new, (message, event) -> event.detail()),
            column(String[]::new, (message, event) -> message.request().opaque()),
            column(Boolean[]::new, (message, event) -> message.outcome().isPriced(event)),
            reached(),
            messages.get(0).atMillis(),
            messages.size(),
            count(Kind.SENT),
            (int) messages.stream()
                    .filter(message -> message.outcome().isDelivered())
                    .count(),
            count(Kind.READ),
            count(Kind.FAILED),
            count(Kind.TEXT_REPLY) + count(Kind.BUTTON_REPLY)
        };
    }

    /** Each once: a statement cannot upsert the same row twice. */
    private Long[] reached() {
        return messages.stream()
                .filter(message -> !message.outcome().reaches(Kind.FAILED))
                .map(message -> message.request().recipient())
                .distinct()
                .sorted()
                .toArray(Long[]::new);
    }

    private int count(Kind kind) {
        return (int) messages.stream()
                .filter(message -> message.outcome().reaches(kind))
                .count();
    }

    private <T> T[] column(Function<Integer, T[]> array, BiFunction<AcceptedMessage, Happening, T> value) {
        List<T> column = new ArrayList<>(messages.size() * 3);
        for (AcceptedMessage message : messages) {
            message.outcome().happenings().forEach(event -> column.add(value.apply(message, event)));
        }
        return column.toArray(array.apply(0));
    }
}
