package io.tiercast.benchmark;

/** Campaigns in one table: speed, acknowledgements, CPU, memory. */
final class CampaignTable {

    private final Table table;

    CampaignTable(String title) {
        table = new Table(
                title,
                "",
                "messages/s",
                "statuses/s",
                "ack ms (p50 / p99 / longest)",
                "whole s",
                "JVM µs",
                "PostgreSQL µs",
                "Meta µs",
                "RSS MB (peak)",
                "others %");
    }

    void row(String name, Seen seen) {
        table.row(
                name,
                seen.messagesPerSecond(),
                seen.statusesPerSecond(),
                seen.acks(),
                seen.seconds(),
                seen.microsAMessage(seen.cpu().jvm()),
                seen.microsAMessage(seen.cpu().postgres()),
                seen.microsAMessage(seen.cpu().meta()),
                seen.memory().now() + " (" + seen.memory().peak() + ")",
                seen.others());
    }

    Table table() {
        return table;
    }
}
