package io.tiercast.benchmark;

import io.vertx.core.MultiMap;
import java.time.Duration;

/**
 * How {@link QuickMeta} behaves from now on. Travels as a query.
 *
 * @param latency of each answer
 * @param perSecond requests in any second that are admitted; 0: all
 * @param reports what becomes of the statuses
 * @param perCall the most statuses in a webhook call
 * @param calls webhook calls under way at once
 */
record QuickSettings(Duration latency, int perSecond, Reports reports, int perCall, int calls) {

    enum Reports {
        /** Forgotten: nobody wants them. */
        DROPPED,
        /** Kept until they are released. */
        HELD,
        /** Made soon after the acceptance. */
        MADE
    }

    static final Duration USUAL_LATENCY = Duration.ofMillis(Integer.getInteger("benchmark.latencyMillis", 5));

    static QuickSettings dispatchAlone() {
        return new QuickSettings(USUAL_LATENCY, 0, Reports.DROPPED, 100, 8);
    }

    /** Calls with fewer statuses come on more connections at once, as Meta does it. */
    static QuickSettings withStatuses(int perCall) {
        return new QuickSettings(
                USUAL_LATENCY, 0, Reports.MADE, perCall, perCall >= 100 ? 8 : perCall >= 10 ? 32 : 128);
    }

    QuickSettings holding() {
        return new QuickSettings(latency, perSecond, Reports.HELD, perCall, calls);
    }

    QuickSettings admitting(int mostPerSecond) {
        return new QuickSettings(latency, mostPerSecond, reports, perCall, calls);
    }

    QuickSettings answeringAfter(Duration delay) {
        return new QuickSettings(delay, perSecond, reports, perCall, calls);
    }

    String query() {
        return "latency=%d&perSecond=%d&reports=%s&perCall=%d&calls=%d"
                .formatted(latency.toMillis(), perSecond, reports, perCall, calls);
    }

    static QuickSettings of(MultiMap query) {
        return new QuickSettings(
                Duration.ofMillis(Integer.parseInt(query.get("latency"))),
                Integer.parseInt(query.get("perSecond")),
                Reports.valueOf(query.get("reports")),
                Integer.parseInt(query.get("perCall")),
                Integer.parseInt(query.get("calls")));
    }
}
