package io.tiercast.benchmark;

import io.vertx.core.json.JsonObject;

/**
 * What a campaign showed.
 *
 * @param frozen seconds from the launch until the audience stood
 * @param seconds from the launch until everything was counted
 * @param figures on Meta's side
 */
record Seen(int messages, double frozen, double seconds, JsonObject figures, Cpu cpu, Memory memory) {

    /** From the first to the last that reached Meta. */
    double messagesPerSecond() {
        return (messages - 1) / figures.getDouble("sendSeconds");
    }

    /** From the first that left Meta to the last that was acknowledged. */
    double statusesPerSecond() {
        return acknowledged() == 0 ? 0 : acknowledged() / figures.getDouble("reportSeconds");
    }

    int acknowledged() {
        return figures.getInteger("acknowledged");
    }

    int throttled() {
        return figures.getInteger("throttled");
    }

    String acks() {
        return acknowledged() == 0 ? "–" : acks(figures);
    }

    static String acks(JsonObject figures) {
        return "%.0f / %.0f / %.0f"
                .formatted(figures.getDouble("ackP50"), figures.getDouble("ackP99"), figures.getDouble("ackMax"));
    }

    double microsAMessage(double seconds) {
        return seconds * 1e6 / messages;
    }

    /** In percent of the machine, while this went on. */
    double others() {
        return 100 * cpu.others() / seconds / Runtime.getRuntime().availableProcessors();
    }
}
