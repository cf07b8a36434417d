package io.tiercast.meta;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many different people a business portfolio may write to in a moving 24 hours.
 *
 * @param recipients null: unlimited
 */
public record MessagingLimit(Integer recipients) {

    /** What a new portfolio has; also what is assumed while Meta gives no figure, since sending less never harms. */
    public static final MessagingLimit LOWEST = new MessagingLimit(250);

    public static final MessagingLimit UNLIMITED = new MessagingLimit(null);

    private static final Pattern TIER = Pattern.compile("(?:TIER_)?(\\d{1,9})(K|M)?");

    /** Meta writes {@code TIER_2K}, {@code UNLIMITED}, {@code 2000} or {@code -1}, depending on the place and the year. */
    public static MessagingLimit parse(String text) {
        String tier = text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
        if (tier.equals("-1") || tier.endsWith("UNLIMITED")) {
            return UNLIMITED;
        }
        Matcher matcher = TIER.matcher(tier);
        long recipients = matcher.matches() ? recipients(matcher) : Long.MAX_VALUE;
        return recipients <= Integer.MAX_VALUE ? new MessagingLimit((int) recipients) : LOWEST;
    }

    private static long recipients(Matcher tier) {
        String unit = tier.group(2) == null ? "" : tier.group(2);
        int factor = switch (unit) {
            case "K" -> 1_000;
            case "M" -> 1_000_000;
            default -> 1;
        };
        return Long.parseLong(tier.group(1)) * factor;
    }
}
