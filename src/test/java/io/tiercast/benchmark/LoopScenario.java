package io.tiercast.benchmark;

import java.time.Duration;

/** The limit to compare with: what one gets who writes a loop and records nothing. */
record LoopScenario(int messages) implements Scenario {

    @Override
    public Table run(Installation at) {
        Table table = new Table("Plain loop, 64 connections", "", "messages/s", "Meta µs");
        QuickSettings usual = QuickSettings.dispatchAlone();
        loop(at, usual, table);
        loop(at, usual.answeringAfter(Duration.ZERO), table);
        return table;
    }

    private void loop(Installation at, QuickSettings settings, Table table) {
        at.meta().settings(settings);
        Cpu before = at.cpu();
        try (PlainLoop loop = new PlainLoop(at.meta().baseUrl(), QuickMeta.UNLIMITED)) {
            loop.send(messages);
        }
        table.row(
                "Meta answers after " + settings.latency().toMillis() + " ms",
                messages / at.meta().figures().getDouble("sendSeconds"),
                at.cpu().since(before).meta() * 1e6 / messages);
    }
}
