package io.tiercast.people;

/**
 * A line of a file that became no contact.
 *
 * @param line its number in the file; the header is line 1
 * @param value what was not acceptable, shortened
 */
public record Rejection(long line, String reason, String value) {

    private static final int SHOWN = 200;

    /** PostgreSQL cannot store the character NUL, which may be the very reason. */
    static Rejection of(long line, String reason, String value) {
        String storable = value.replace('\0', '\uFFFD');
        return new Rejection(line, reason, storable.length() > SHOWN ? storable.substring(0, SHOWN) : storable);
    }
}
