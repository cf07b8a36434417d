package io.tiercast.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How each type of parameter is written. */
final class ParameterTypes {

    private static final Map<Class<?>, Function<String, Object>> PARSERS = Map.of(
            int.class, Integer::valueOf,
            Integer.class, Integer::valueOf,
            long.class, Long::valueOf,
            Long.class, Long::valueOf,
            boolean.class, ParameterTypes::truth,
            Boolean.class, ParameterTypes::truth,
            String.class, ParameterTypes::text,
            Instant.class, ParameterTypes::instant);

    private ParameterTypes() {}

    /** Null for a type that is left to the framework. A parser throws IllegalArgumentException. */
    static Function<String, Object> parser(Class<?> type) {
        return type.isEnum() ? text -> constant(type, text) : PARSERS.get(type);
    }

    static String expectation(Class<?> type) {
        if (type.isEnum()) {
            return "must be one of "
                    + Stream.of(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
        }
        if (type == String.class) {
            return StorableText.MESSAGE;
        }
        if (type == Instant.class) {
            return "must be a time such as 2026-12-01T10:00:00Z";
        }
        return type == boolean.class || type == Boolean.class ? "must be true or false" : "must be an integer";
    }

    private static Object constant(Class<?> type, String text) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private static Object truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    private static Object text(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException();
        }
        return text;
    }

    private static Object instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
