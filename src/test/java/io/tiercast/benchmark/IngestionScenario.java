package io.tiercast.benchmark;

import io.tiercast.benchmark.Installation.Sender;
import io.tiercast.boot.Waiting;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/** Statuses of a campaign that was sent before, as fast as they are acknowledged: a third of it at each size of call. */
record IngestionScenario(Sender sender, int recipients) implements Scenario {

    private static final Duration POLL = Duration.ofMillis(200);

    @Override
    public Table run(Installation at) {
        Table table = new Table(
                "Statuses alone",
                "",
                "statuses",
                "statuses/s",
                "ack ms (p50 / p99 / longest)",
                "JVM µs a status",
                "PostgreSQL µs a status");
        new CampaignRun(at, sender)
                .of(
                        at.group(recipients),
                        recipients,
                        QuickSettings.dispatchAlone().holding());
        for (int perCall : new int[] {100, 10, 1}) {
            ingest(at, perCall, table);
        }
        return table;
    }

    private void ingest(Installation at, int perCall, Table table) {
        int statuses = recipients / 3 * 3;
        Cpu before = at.cpu();
        at.meta().release(recipients / 3, QuickSettings.withStatuses(perCall));
        Waiting.until("the statuses", CampaignRun.LIMIT, POLL, () -> acknowledged(at) == statuses);
        Cpu spent = at.cpu().since(before);
        JsonObject figures = at.meta().figures().mergeIn(at.meta().times());
        table.row(
                perCall + " a call",
                statuses,
                statuses / figures.getDouble("reportSeconds"),
                Seen.acks(figures),
                spent.jvm() * 1e6 / statuses,
                spent.postgres() * 1e6 / statuses);
    }

    private static int acknowledged(Installation at) {
        return at.meta().figures().getInteger("acknowledged");
    }
}
