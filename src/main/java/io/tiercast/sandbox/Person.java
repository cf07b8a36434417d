package io.tiercast.sandbox;

import com.google.i18n.phonenumbers.PhoneNumberUtil;

/** The owner of a number, as Meta names them to a business. */
final class Person {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private Person() {}

    /** The business-scoped user id: a country, a dot and digits that follow from the number. */
    static String userId(long digits) {
        return country(Long.toString(digits)) + "." + (digits * 0x9E3779B97F4A7C15L >>> 1);
    }

    private static String country(String digits) {
        for (int length = 1; length <= 3; length++) {
            String region = NUMBERS.getRegionCodeForCountryCode(Integer.parseInt(digits.substring(0, length)));
            if (!region.equals("ZZ")) {
                return region;
            }
        }
        return "ZZ";
    }
}
