package io.tiercast.provider;

import io.tiercast.meta.SendOutcome;
import io.tiercast.meta.SendOutcome.InDoubt;
import io.tiercast.meta.SendOutcome.Refused;

/** What a bare HTTP status says of a message, in the codes of the error catalogue. */
final class Refusal {

    /** Our own code: refused for a reason that is in no list. */
    static final int UNNAMED = -2;

    private static final int BAD_TOKEN = 190;
    private static final int NOT_PAID = 131042;
    private static final int TOO_FAST = 130429;

    private Refusal() {}

    /** Who answers 4xx has not taken the message, except where time ran out; 5xx, or a good status without an id, proves nothing. */
    static SendOutcome of(int status, String details) {
        if (status < 400 || status >= 500 || status == 408) {
            return new InDoubt("HTTP " + status + " with an answer of unknown shape");
        }
        int code = switch (status) {
            case 401, 403 -> BAD_TOKEN;
            case 402 -> NOT_PAID;
            case 429 -> TOO_FAST;
            default -> UNNAMED;
        };
        return new Refused(code, details == null ? "HTTP " + status : details);
    }
}
