package io.tiercast.media;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How one of our files is named where a text stands, such as in an attribute of a contact: {@code media:12}, or the number alone.
 * Numbers of 13 digits and more are Meta's own ids.
 */
public final class MediaReference {

    /** How a name begins that says that it is one. */
    public static final String PREFIX = "media:";

    /** For PostgreSQL and Java alike. */
    public static final String PATTERN = "(" + PREFIX + "){0,1}([0-9]{1,12})";

    private static final Pattern NAME = Pattern.compile(PATTERN);

    private MediaReference() {}

    public static String of(long id) {
        return PREFIX + id;
    }

    /** Empty: it names none of ours. */
    public static OptionalLong id(String text) {
        Matcher name = NAME.matcher(text);
        return name.matches() ? OptionalLong.of(Long.parseLong(name.group(2))) : OptionalLong.empty();
    }
}
