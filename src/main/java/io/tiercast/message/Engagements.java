package io.tiercast.message;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

/**
 * Counts for a campaign who opted out of what it sent: each person once, for the campaign that they answered just now, else for the
 * last one that reached them within three days. What they write is counted by {@link Replies}.
 */
@ApplicationScoped
public class Engagements {

    private static final short OPTED_OUT = 2;

    private static final String COUNT = """
            with last as (
              select m.campaign_id, m.variant, said.contact_id
              from (select distinct unnest($1::bigint[]) as contact_id) as said
              cross join lateral (
                (select r.campaign_id, m.variant from reply r join message m on m.campaign_id = r.campaign_id and m.seq = r.seq
                 where r.contact_id = said.contact_id and r.stored_at > now() - interval '1 min' order by r.id desc limit 1)
                union all
                (select campaign_id, variant from message
                 where contact_id = said.contact_id and t_accepted > now() - interval '72 h' and state not in (9, 12)
                 order by t_accepted desc limit 1)
                limit 1
              ) as m
            ), counted as (
              insert into engagement (campaign_id, contact_id, kind)
              select campaign_id, contact_id, $2 from last order by campaign_id, contact_id
              on conflict do nothing
              returning campaign_id, contact_id
            ), delta as (
              select campaign_id, variant, 'G'::"char" as kind, $2::integer as key, count(*) as n
              from counted join last using (campaign_id, contact_id) group by campaign_id, variant
              union all
              select distinct campaign_id, 0::smallint, 'V'::"char", 0, 1 from counted
            )
            insert into campaign_tally as tally (campaign_id, variant, kind, key, n)
            select campaign_id, variant, kind, key, n from delta order by campaign_id, variant, kind, key
            on conflict (campaign_id, variant, kind, key) do update set n = tally.n + excluded.n
            """;

    private final Sql sql;

    public Engagements(Sql sql) {
        this.sql = sql;
    }

    /** These people want no more. */
    public Uni<Void> optedOut(Collection<Long> contactIds) {
        return contactIds.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.run(COUNT, contactIds.toArray(Long[]::new), OPTED_OUT).replaceWithVoid();
    }
}
