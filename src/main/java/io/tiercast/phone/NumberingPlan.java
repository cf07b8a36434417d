package io.tiercast.phone;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadata;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.metadata.DefaultMetadataDependenciesProvider;
import java.util.regex.Pattern;

/**
 * What a number behind a calling code looks like, as the library knows it.
 *
 * @param digits of the calling code
 * @param national how a number begins that is dialled inside the country, or null
 * @param lengths a bit for each possible length
 * @param region null where several regions share the calling code
 */
record NumberingPlan(int callingCode, int digits, Pattern national, long lengths, String region) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final NumberingPlan[] BY_CODE = new NumberingPlan[1_000];

    static {
        NUMBERS.getSupportedCallingCodes().stream()
                .filter(code -> !NUMBERS.getRegionCodeForCountryCode(code).equals("001"))
                .forEach(code -> BY_CODE[code] = of(code));
    }

    private static NumberingPlan of(int callingCode) {
        String main = NUMBERS.getRegionCodeForCountryCode(callingCode);
        PhoneMetadata metadata = DefaultMetadataDependenciesProvider.getInstance()
                .getPhoneNumberMetadataSource()
                .getMetadataForRegion(main);
        String national = metadata.getNationalPrefixForParsing();
        boolean alone = NUMBERS.getRegionCodesForCountryCode(callingCode).size() == 1;
        long lengths = metadata.getGeneralDesc().getPossibleLengthList().stream()
                .mapToLong(length -> 1L << length)
                .reduce(0, (all, one) -> all | one);
        return new NumberingPlan(
                callingCode,
                Integer.toString(callingCode).length(),
                national.isEmpty() ? null : Pattern.compile(national),
                lengths,
                alone ? main : null);
    }

    /** The plan of the calling code behind the plus; null if no country has it. */
    static NumberingPlan of(String e164) {
        int code = 0;
        for (int i = 1; i <= 3 && i < e164.length(); i++) {
            code = 10 * code + e164.charAt(i) - '0';
            if (BY_CODE[code] != null) {
                return BY_CODE[code];
            }
        }
        return null;
    }

    /** Whether nothing has to be added or taken away, and the length is a possible one. */
    boolean admits(String number) {
        return number.charAt(0) != '0'
                && (lengths >> number.length() & 1) == 1
                && (national == null || !national.matcher(number).lookingAt());
    }

    /** Null where the number belongs to none. */
    String regionOf(String number) {
        return region != null
                ? region
                : NUMBERS.getRegionCodeForNumber(
                        new PhoneNumber().setCountryCode(callingCode).setNationalNumber(Long.parseLong(number)));
    }
}
