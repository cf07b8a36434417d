package io.tiercast.message;

import io.tiercast.sender.SenderLimits;
import java.time.Duration;
import java.time.Instant;

/**
 * When a campaign may send at all.
 *
 * @param hours null: at any time
 */
public record SendingTime(SendingHours hours) {

    /**
     * About when so many messages will be sent that begin then: at the number's rate, as the limit has room, in the hours alone. Null:
     * nobody can tell.
     */
    public Instant finish(SenderLimits limits, Instant begin, long messages, double perSecond) {
        Instant straight = limits.finish(begin, messages, perSecond);
        if (straight == null || hours == null) {
            return straight;
        }
        Instant last = limits.lastDay(begin, messages);
        return hours.after(last, Duration.between(last, straight));
    }
}
