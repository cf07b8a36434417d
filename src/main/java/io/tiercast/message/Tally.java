package io.tiercast.message;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what is counted of campaigns. Nothing is counted at reading: every statement that moves a message moved this, too. */
@ApplicationScoped
public class Tally {

    private static final String READ = """
            select campaign_id, variant::integer as variant, kind::text as kind, key, n
            from campaign_tally where campaign_id = any($1)
            """;

    private final Sql sql;

    public Tally(Sql sql) {
        this.sql = sql;
    }

    /** The counts of each campaign asked for; empty counts for one whose audience is not frozen yet. */
    public Uni<Map<Long, Counts>> read(Collection<Long> campaignIds) {
        return sql.rows(READ, row -> row, (Object) campaignIds.toArray(Long[]::new))
                .map(rows -> counts(campaignIds, rows));
    }

    public Uni<Counts> read(long campaignId) {
        return read(List.of(campaignId)).map(all -> all.get(campaignId));
    }

    private static Map<Long, Counts> counts(Collection<Long> ids, List<Row> rows) {
        Map<Long, Counts> counts = new HashMap<>();
        ids.forEach(id -> counts.put(id, new Counts()));
        for (Row row : rows) {
            char kind = row.getString("kind").charAt(0);
            counts.get(row.getLong("campaign_id"))
                    .add(row.getInteger("variant"), kind, row.getInteger("key"), row.getLong("n"));
        }
        return counts;
    }
}
