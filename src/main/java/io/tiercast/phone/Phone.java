package io.tiercast.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/**
 * A telephone number in E.164 form with its leading {@code +}.
 *
 * @param country ISO 3166 alpha-2 code of the numbering region, or null where a number belongs to none (such as +800)
 */
public record Phone(String e164, String country) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /** With the plus. */
    private static final int SHORTEST = 8;

    private static final int LONGEST = 16;

    /**
     * Reads a number as people write it.
     *
     * @param defaultCountry ISO 3166 alpha-2 code for numbers without a country code, or null to accept only international ones
     * @return empty if it is no possible number
     */
    public static Optional<Phone> parse(String text, String defaultCountry) {
        Phone plain = plain(text);
        return plain == null ? parsed(text, defaultCountry) : Optional.of(plain);
    }

    /**
     * A number that is written just as it is kept, as most are in a file; null for all that the library has to look at. It says what the
     * library says: a test holds that.
     */
    private static Phone plain(String text) {
        NumberingPlan plan = isPlain(text) ? NumberingPlan.of(text) : null;
        if (plan == null) {
            return null;
        }
        String number = text.substring(1 + plan.digits());
        return plan.admits(number) ? new Phone(text, plan.regionOf(number)) : null;
    }

    private static boolean isPlain(String text) {
        if (text == null
                || text.length() < SHORTEST
                || text.length() > LONGEST
                || !text.startsWith("+")
                || text.charAt(1) == '0') {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** What the library says. */
    static Optional<Phone> parsed(String text, String defaultCountry) {
        try {
            PhoneNumber number = NUMBERS.parse(text, defaultCountry);
            return NUMBERS.isPossibleNumber(number) ? Optional.of(of(number)) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** One that comes in an address, where a plus that was not escaped arrives as a space. */
    public static Optional<Phone> ofAddress(String text) {
        String written = text == null ? "" : text.strip();
        return parse(written.startsWith("+") ? written : "+" + written, null);
    }

    /** Whether there is a numbering region of this ISO 3166 alpha-2 code. */
    public static boolean isCountry(String code) {
        return NUMBERS.getSupportedRegions().contains(code);
    }

    private static Phone of(PhoneNumber number) {
        String region = NUMBERS.getRegionCodeForNumber(number);
        return new Phone(
                NUMBERS.format(number, PhoneNumberFormat.E164), region == null || region.equals("001") ? null : region);
    }
}
