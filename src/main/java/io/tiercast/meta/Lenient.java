package io.tiercast.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads Meta's JSON without trusting its types: what is a number on one page of the documentation is a string on another, and
 * any field may be missing. Nothing here ever fails; what cannot be read is null.
 */
record Lenient(JsonNode node) {

    /** The escape of NUL, and not the one of a backslash before "u0000". */
    private static final Pattern NUL = Pattern.compile("((?<!\\\\)(?:\\\\{2})*)\\\\u0000");

    private static final long YEAR_3000 = 32_503_680_000L;

    Lenient at(String field) {
        return new Lenient(node.path(field));
    }

    Lenient first() {
        return new Lenient(node.path(0));
    }

    Stream<Lenient> each() {
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false).map(Lenient::new) : Stream.empty();
    }

    boolean present() {
        return !(node instanceof MissingNode) && !node.isNull();
    }

    boolean has(String field) {
        return at(field).present();
    }

    /** Without NUL, which the database cannot hold: one such text must not keep a whole call from being stored. */
    String text() {
        return node.isValueNode() && present() ? node.asText().replace("\0", "") : null;
    }

    String text(String field) {
        return at(field).text();
    }

    /** The first of the fields that has a text. */
    String text(String field, String... orElse) {
        String found = text(field);
        for (int i = 0; found == null && i < orElse.length; i++) {
            found = text(orElse[i]);
        }
        return found;
    }

    String json() {
        return present() ? NUL.matcher(node.toString()).replaceAll("$1") : null;
    }

    /** As JSON text; null for anything but an object. */
    String object() {
        return node.isObject() ? json() : null;
    }

    Integer integer() {
        Long number = number();
        return number == null || number != number.intValue() ? null : (Integer) number.intValue();
    }

    /** Seconds since 1970; null outside of what a calendar and the database can hold. */
    Instant time() {
        Long seconds = number();
        return seconds == null || seconds <= 0 || seconds > YEAR_3000 ? null : Instant.ofEpochSecond(seconds);
    }

    private Long number() {
        try {
            return node.isNumber() ? (Long) node.longValue() : node.isTextual() ? Long.valueOf(node.textValue()) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
