package io.tiercast.campaign;

import java.time.Instant;

/**
 * Why a campaign stands where it stands.
 *
 * @param code stable, for programs
 * @param message for people
 * @param resumesAt when it goes on by itself; null if it does not, or nobody knows
 * @param action what a person can do; null if nothing
 */
public record StateReason(String code, String message, By by, Instant since, Instant resumesAt, String action) {

    /** Who brought it about. */
    public enum By {
        USER,
        LIMIT,
        HOURS,
        META,
        RULE,
        SYSTEM
    }

    static StateReason user(String code, String message, Instant since) {
        return new StateReason(code, message, By.USER, since, null, null);
    }
}
