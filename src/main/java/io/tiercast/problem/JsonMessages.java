package io.tiercast.problem;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The library's complaints in the words of whoever wrote the JSON: no class names, no Java. */
final class JsonMessages {

    private static final Set<Class<?>> INTEGERS =
            Set.of(int.class, long.class, short.class, Integer.class, Long.class, Short.class, BigInteger.class);

    private static final Map<Class<?>, String> KINDS = kinds();

    /** Where a message turns to the parser's inner life. */
    private static final Pattern INSIDE = Pattern.compile("(?s)(\\R| \\(start marker| \\(for ).*");

    private JsonMessages() {}

    static String of(JsonMappingException failure) {
        if (failure instanceof UnrecognizedPropertyException) {
            return "is not a known field";
        }
        if (failure instanceof InvalidTypeIdException type) {
            return type.getTypeId() == null ? "is needed" : "has the unknown value " + type.getTypeId();
        }
        if (failure instanceof ValueInstantiationException && failure.getCause() != null) {
            return failure.getCause().getMessage();
        }
        if (failure.getCause() instanceof InputCoercionException coercion) {
            return mustBe(coercion.getTargetType());
        }
        return failure instanceof MismatchedInputException mismatch ? mismatch(mismatch) : failure.getOriginalMessage();
    }

    /** What is wrong with the body as a whole. */
    static String ofBody(JsonProcessingException failure) {
        if (failure instanceof MismatchedInputException) {
            return failure.getOriginalMessage().startsWith("Trailing token")
                    ? "The body goes on after its JSON value"
                    : "The body must be a JSON value of another kind";
        }
        return "The body is not valid JSON: "
                + INSIDE.matcher(failure.getOriginalMessage()).replaceFirst("");
    }

    private static String mismatch(MismatchedInputException mismatch) {
        return mismatch.getOriginalMessage().contains("`null`") ? "must not be null" : mustBe(mismatch.getTargetType());
    }

    private static String mustBe(Class<?> type) {
        if (type == null) {
            return "has the wrong type";
        }
        if (type.isEnum()) {
            return "must be one of "
                    + Stream.of(type.getEnumConstants()).map(Object::toString).collect(joining(", "));
        }
        return INTEGERS.contains(type)
                ? "must be an integer within its range"
                : KINDS.entrySet().stream()
                        .filter(kind -> kind.getKey().isAssignableFrom(type))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("must be an object");
    }

    /** The first that fits counts. */
    private static Map<Class<?>, String> kinds() {
        Map<Class<?>, String> kinds = new LinkedHashMap<>();
        kinds.put(String.class, "must be a string");
        kinds.put(Boolean.class, "must be true or false");
        kinds.put(boolean.class, "must be true or false");
        kinds.put(Number.class, "must be a number");
        kinds.put(double.class, "must be a number");
        kinds.put(LocalDate.class, "must be a date such as 2026-12-01");
        kinds.put(LocalTime.class, "must be a time of day such as 09:00");
        kinds.put(LocalDateTime.class, "must be a date and time such as 2026-12-01T10:00");
        kinds.put(Temporal.class, "must be a time such as 2026-12-01T10:00:00Z");
        kinds.put(Duration.class, "must be a duration such as PT15M");
        kinds.put(ZoneId.class, "must be an IANA time zone such as Asia/Kolkata");
        kinds.put(Collection.class, "must be an array");
        kinds.put(Object[].class, "must be an array");
        return kinds;
    }
}
