package io.tiercast.sandbox;

import java.util.List;
import java.util.Optional;

/** The one business of the sandbox. Its telephone numbers are from the range kept for fiction (555-01xx). */
public final class SandboxAccount {

    public static final String PORTFOLIO_ID = "300000000000001";
    public static final String WABA_ID = "200000000000001";
    public static final List<Number> NUMBERS = List.of(
            new Number("100000000000001", "+1 202-555-0143", "Tiercast Demo"),
            new Number("100000000000002", "+1 202-555-0178", "Tiercast Demo Service"));

    /** One sending number; as the API shows it. */
    public record Number(String phoneNumberId, String displayPhoneNumber, String verifiedName) {

        long digits() {
            return Long.parseLong(displayPhoneNumber.replaceAll("[^0-9]", ""));
        }
    }

    private SandboxAccount() {}

    static Optional<Number> number(String id) {
        return NUMBERS.stream()
                .filter(number -> number.phoneNumberId().equals(id))
                .findFirst();
    }
}
