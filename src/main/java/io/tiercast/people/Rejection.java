package io.tiercast.people;

/**
 * A line of a file that became no contact.
 *
 * @param line its number in the file; the header is line 1
 * @param value what was not acceptable, shortened
 */
public record Rejection(long line, String reason, String value) {

    private static final int SHOWN = 200;

    static Rejection of(long line, String reason, String value) {
        return new Rejection(line, reason, value.length() > SHOWN ? value.substring(0, SHOWN) : value);
    }
}
