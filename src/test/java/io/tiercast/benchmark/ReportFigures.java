package io.tiercast.benchmark;

import io.vertx.core.json.JsonObject;

/** What is counted of webhook calls since the settings were changed. */
final class ReportFigures {

    private final AckTimes times = new AckTimes();
    private long firstPosted;
    private long lastAcknowledged;
    private int posted;
    private int acknowledged;
    private int refused;

    void posted(int statuses) {
        firstPosted = posted == 0 ? System.nanoTime() : firstPosted;
        posted += statuses;
    }

    void acknowledged(int statuses, long nanos) {
        acknowledged += statuses;
        lastAcknowledged = System.nanoTime();
        times.add(nanos);
    }

    void refused() {
        refused++;
    }

    int underWay() {
        return posted - acknowledged;
    }

    JsonObject json() {
        return new JsonObject()
                .put("acknowledged", acknowledged)
                .put("reportSeconds", (lastAcknowledged - firstPosted) / 1e9)
                .put("calls", times.size())
                .put("callsRefused", refused);
    }

    JsonObject times() {
        return new JsonObject()
                .put("ackP50", times.millis(0.5))
                .put("ackP99", times.millis(0.99))
                .put("ackMax", times.millis(1));
    }
}
