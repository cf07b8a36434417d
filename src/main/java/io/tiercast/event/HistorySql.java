package io.tiercast.event;

/**
 * The piece of SQL by which a statement that moves something also writes down that it did, in the same transaction. It reads
 * the common table expression {@code happened}.
 */
public final class HistorySql {

    /** Expects {@code happened(campaign_id bigint, sender_id bigint, kind text, message text, detail jsonb)}. */
    public static final String RECORDED = """
            recorded as (
              insert into history_event (campaign_id, sender_id, kind, message, detail)
              select campaign_id, sender_id, kind, message, detail from happened
            )
            """;

    /** The same, less what was said of the same campaign or number within the last hour: some things come and go. */
    public static final String RECORDED_ONCE_AN_HOUR = """
            recorded as (
              insert into history_event (campaign_id, sender_id, kind, message, detail)
              select campaign_id, sender_id, kind, message, detail from happened h
              where not exists (
                select from history_event e
                where (e.campaign_id = h.campaign_id or e.sender_id = h.sender_id)
                  and e.kind = h.kind and e.message = h.message and e.at > now() - interval '1 h')
            )
            """;

    private HistorySql() {}
}
