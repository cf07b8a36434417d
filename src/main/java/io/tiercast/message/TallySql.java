package io.tiercast.message;

/**
 * The piece of SQL that every statement which moves messages ends with. It reads the common table expression {@code moved}
 * and moves the counts of the same rows in the same transaction. Tally rows are written in the order of their key: with the
 * message rows locked in the order of theirs, no two writers can wait for each other.
 */
final class TallySql {

    /** Kinds of {@code campaign_tally}: what {@code key} means. */
    static final char BUCKET = 'B'; // the code of a MessageState

    static final char MILESTONE = 'M'; // 1 accepted, 2 sent, 3 delivered, 4 read: who ever got that far
    static final char SKIPPED_BY = 'R'; // the code of a SkipReason
    static final char FAILED_BY = 'E'; // Meta's error code, or 0
    static final char ENGAGEMENT = 'G'; // 1 replied, 2 opted out, 3 clicked
    static final char DUPLICATE = 'D'; // 0: messages that arrived more often than once, counted beyond the first

    static final char DIGEST = 'H'; // 0: of the frozen audience, see AudienceHash

    static final char VERSION = 'V'; // one up with every change of the campaign's counts

    /** The milestones of a statement that reaches none. */
    static final String NO_MILESTONE =
            "0 as d_accepted, 0 as d_sent, 0 as d_delivered, 0 as d_read, 0 as d_duplicate\n";

    /**
     * Expects {@code moved(campaign_id, variant, old_state, new_state, old_error, new_error, old_reason, new_reason,
     * d_accepted, d_sent, d_delivered, d_read, d_duplicate)}, the d_ columns being 1 where the milestone was reached just now,
     * else 0.
     */
    static final String TALLIED = """
            delta as (
              select campaign_id, variant, kind, key, sum(n) as n
              from moved cross join lateral (values
                ('B'::"char", old_state::integer, -1), ('B', new_state::integer, 1),
                ('M', 1, d_accepted), ('M', 2, d_sent), ('M', 3, d_delivered), ('M', 4, d_read), ('D', 0, d_duplicate),
                ('E', case when old_state = 9 then coalesce(old_error, 0) end, -1),
                ('E', case when new_state = 9 then coalesce(new_error, 0) end, 1),
                ('R', case when old_state = 12 then old_reason::integer end, -1),
                ('R', case when new_state = 12 then new_reason::integer end, 1)
              ) as change(kind, key, n)
              where key is not null and n <> 0
              group by campaign_id, variant, kind, key
              having sum(n) <> 0
              union all
              select distinct campaign_id, 0::smallint, 'V'::"char", 0, 1 from moved
            ), tallied as (
              insert into campaign_tally as tally (campaign_id, variant, kind, key, n)
              select campaign_id, variant, kind, key, n from delta order by campaign_id, variant, kind, key
              on conflict (campaign_id, variant, kind, key) do update set n = tally.n + excluded.n
            )
            """;

    private TallySql() {}
}
