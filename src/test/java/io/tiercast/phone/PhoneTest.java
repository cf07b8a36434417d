package io.tiercast.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The short way to read a number that is written as it is kept has to say what the library says. */
class PhoneTest {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    @Test
    void anyDigitsBehindAnyCallingCodeAreReadAsTheLibraryReadsThem() {
        Random random = new Random(11);
        NUMBERS.getSupportedCallingCodes().forEach(code -> {
            for (int i = 0; i < 2_000; i++) {
                assertRead("+" + code + digits(random, 3 + random.nextInt(11)));
            }
        });
    }

    @Test
    void theNumbersOfEachCountryAreReadAsTheLibraryReadsThem() {
        Random random = new Random(12);
        for (String region : NUMBERS.getSupportedRegions()) {
            for (PhoneNumberType type : PhoneNumberType.values()) {
                PhoneNumber example = NUMBERS.getExampleNumberForType(region, type);
                if (example != null) {
                    assertAround(NUMBERS.format(example, PhoneNumberFormat.E164), random);
                }
            }
        }
    }

    /** The number, and others that begin like it. */
    private static void assertAround(String number, Random random) {
        assertRead(number);
        for (int i = 0; i < 50; i++) {
            int kept = 3 + random.nextInt(number.length() - 3);
            assertRead(number.substring(0, kept) + digits(random, number.length() - kept));
        }
    }

    @Test
    void whatIsNoPlainNumberIsLeftToTheLibrary() {
        for (String text : new String[] {
            null,
            "",
            "+",
            "++919812345678",
            "+91 98123 45678",
            "+९१९८१२३४५६७८",
            "+91981234567x",
            "+0919812345678",
            "+9198123456789012345"
        }) {
            assertRead(text);
        }
        assertEquals(Optional.of(new Phone("+919812345678", "IN")), Phone.parse("+91 98123-45678", null));
    }

    @Test
    void nearlyAllNumbersOfAnIndianFileGoTheShortWay() {
        assertTrue(NumberingPlan.of("+919812345678").admits("9812345678"));
    }

    private static void assertRead(String text) {
        assertEquals(Phone.parsed(text, "DE"), Phone.parse(text, "DE"), text);
    }

    private static String digits(Random random, int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }
}
