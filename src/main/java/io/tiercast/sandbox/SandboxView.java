package io.tiercast.sandbox;

import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The sandbox as the API shows it. */
public record SandboxView(Knobs knobs, Account account, Ledger ledger) {

    /** What a sender of the sandbox is made of. */
    public record Account(
            String portfolioId,
            String wabaId,
            List<SandboxAccount.Number> numbers,

            @Schema(description = "The token of the simulated Meta; worth nothing elsewhere")
            String accessToken) {}

    /** What this Meta knows of itself; statuses are counted once per message, when it is accepted. */
    public record Ledger(
            long accepted,
            long sent,

            @Schema(description = "Delivered, those included whose only proof is that they read it")
            long delivered,

            long read,
            long failed,
            @Schema(description = "Replies") long inbound,

            @Schema(description = "Webhook events not yet acknowledged")
            long pending,

            @Schema(description = "Refused sends by code, since the start of the application")
            Map<Integer, Long> refusedByCode) {

        static Ledger of(Row row, Map<Integer, Long> refusedByCode) {
            return new Ledger(
                    row.getLong("accepted"),
                    row.getLong("sent"),
                    row.getLong("delivered"),
                    row.getLong("read"),
                    row.getLong("failed"),
                    row.getLong("inbound"),
                    row.getLong("pending"),
                    refusedByCode);
        }
    }
}
