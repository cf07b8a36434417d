package io.tiercast.people;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Takes erased people's names out of the log of statuses, a day at a time: no transaction is long, and the log has no index. Meta goes on
 * to report on their messages, so that it is done again every hour for what came lately.
 */
@ApplicationScoped
class ErasedLog {

    private static final String DAYS = """
            select inhrelid::regclass::text as day from pg_inherits
            where inhparent = 'status_log'::regclass
              and ($1 or inhrelid::regclass::text = 'status_log_default'
                or right(inhrelid::regclass::text, 8) >= to_char(current_date - 1, 'YYYYMMDD'))
            order by 1
            """;

    private static final String NAMELESS = " set wa_id = null, user_id = null, wamid = null, detail = null ";

    private static final String OF_NAMES = "where l.wa_id = any($1) or l.user_id = any($1)";

    private static final String OF_ERASED = """
            from (
              select m.campaign_id, m.seq from erased_contact e join message m on m.contact_id = e.contact_id
              where e.erased_at > now() - interval '90 days' offset 0) as theirs
            where l.campaign_id = theirs.campaign_id and l.seq = theirs.seq and num_nonnulls(l.wa_id, l.user_id, l.wamid, l.detail) > 0
            """;

    private static final String STANDING = """
            select count(*) as erased, count(*) filter (where not log_cleaned) as unclean from erased_contact
            where erased_at > now() - interval '90 days'
            """;

    /** Learnt from statuses that came after the erasure. */
    private static final String FORGET_IDENTITIES =
            "delete from contact_identity i using erased_contact e where i.contact_id = e.contact_id";

    private record Standing(long erased, long unclean) {}

    private final Sql sql;

    ErasedLog(Sql sql) {
        this.sql = sql;
    }

    /** Forgets those who were just erased, whom the log may know by these names. */
    Uni<Void> forget(List<String> names) {
        return days(true)
                .chain(days -> each(days, OF_NAMES, (Object) names.toArray(String[]::new)))
                .chain(() -> clean(true));
    }

    @Scheduled(every = "1h", delayed = "1m", identity = "erased-log", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> round() {
        return sql.first(STANDING, row -> new Standing(row.getLong("erased"), row.getLong("unclean")))
                .chain(standing ->
                        standing.erased() == 0 ? Uni.createFrom().voidItem() : clean(standing.unclean() > 0));
    }

    private Uni<Void> clean(boolean everything) {
        return days(everything)
                .chain(days -> each(days, OF_ERASED))
                .chain(() -> sql.run(FORGET_IDENTITIES))
                .chain(() -> sql.run("update erased_contact set log_cleaned = true where not log_cleaned"))
                .replaceWithVoid();
    }

    private Uni<List<String>> days(boolean everything) {
        return sql.rows(DAYS, row -> row.getString("day"), everything);
    }

    private Uni<Void> each(List<String> days, String whose, Object... arguments) {
        return Multi.createFrom()
                .iterable(days)
                .onItem()
                .transformToUniAndConcatenate(day -> sql.run("update " + day + " l" + NAMELESS + whose, arguments))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
