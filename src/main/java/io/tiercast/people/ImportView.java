package io.tiercast.people;

import io.tiercast.contact.ConsentState;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * An import as answered.
 *
 * @param rows lines done so far, each either created, updated or rejected
 * @param totalRows lines in the file, null until it was read once
 * @param repeated in a dry run, lines that name a phone which an earlier line has named
 * @param optOutsKept people whom the file says to have opted in, and who stay opted out
 * @param reason why it failed, else null
 */
public record ImportView(
        long id,
        ImportState state,
        long rows,
        long created,
        long updated,
        long rejected,
        long rowsPerSecond,
        Long totalRows,
        long optOutsKept,
        long repeated,
        boolean dryRun,
        ConsentState consent,
        String consentSource,
        boolean doubleOptIn,
        Long groupId,
        String reason,
        Instant createdAt,
        Instant finishedAt) {

    static ImportView of(Row row) {
        return new ImportView(
                row.getLong("id"),
                ImportState.valueOf(row.getString("state")),
                row.getLong("rows"),
                row.getLong("created"),
                row.getLong("updated"),
                row.getLong("rejected"),
                row.getLong("rows_per_second"),
                row.getLong("total_rows"),
                row.getLong("opt_outs_kept"),
                row.getLong("repeated"),
                row.getBoolean("dry_run"),
                consent(row),
                row.getString("consent_source"),
                row.getBoolean("double_opt_in"),
                row.getLong("group_id"),
                row.getString("reason"),
                instant(row, "created_at"),
                instant(row, "finished_at"));
    }

    boolean isOver() {
        return state != ImportState.RUNNING;
    }

    private static ConsentState consent(Row row) {
        String consent = row.getString("consent");
        return consent == null ? null : ConsentState.valueOf(consent);
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
