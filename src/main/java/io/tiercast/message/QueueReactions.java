package io.tiercast.message;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** What Meta's news do to queues at once: from the next claim on nothing of a stopped queue is sent. */
@ApplicationScoped
public class QueueReactions {

    private static final String STOP_TEMPLATE = """
            update campaign_run set open = false, stopped = $2 where (template_id = $1 or $1 = any(more_template_ids)) and open
            """;

    private static final String STOP_SENDERS = """
            update campaign_run set open = false, stopped = $2
            where sender_id = any($1) and open and ($3::text is null or category = $3)
            """;

    private static final String RELEASE = """
            update campaign_run set stopped = null where (template_id = $1 or $1 = any(more_template_ids)) and (stopped ->> 'code')::integer = any($2)
            """;

    // From now on each claim asks for the consent that the new category needs.
    private static final String CATEGORY = """
            update campaign_run set former_category = coalesce(former_category, category), category = $2
            where (template_id = $1 or $1 = any(more_template_ids)) and category <> $2
            """;

    private static final String CAMPAIGNS = """
            select r.campaign_id from campaign_run r join campaign c on c.id = r.campaign_id
            where (r.template_id = $1 or $1 = any(r.more_template_ids)) and c.finished_at is null order by r.campaign_id
            """;

    private final Sql sql;

    public QueueReactions(Sql sql) {
        this.sql = sql;
    }

    /** Stops every open queue of a template; their campaigns find the reason and show it. */
    public Uni<Integer> stopTemplate(long templateId, StopReason reason) {
        return sql.run(STOP_TEMPLATE, templateId, reason.json());
    }

    /**
     * Stops the open queues of numbers.
     *
     * @param category only those of this category of templates; null: all
     */
    public Uni<Integer> stopSenders(Collection<Long> senderIds, StopReason reason, String category) {
        return sql.run(STOP_SENDERS, senderIds.toArray(Long[]::new), reason.json(), category);
    }

    /** Takes back the stop of a template's queues where it was for one of the codes; their campaigns go on by themselves. */
    public Uni<Integer> release(long templateId, List<Integer> codes) {
        return sql.run(RELEASE, templateId, codes.toArray(Integer[]::new));
    }

    /** Meta changed the category of a template in the middle of its campaigns. */
    public Uni<Integer> changeCategory(long templateId, String category) {
        return sql.run(CATEGORY, templateId, category);
    }

    /** The unfinished campaigns of a template. */
    public Uni<List<Long>> campaigns(long templateId) {
        return sql.rows(CAMPAIGNS, row -> row.getLong("campaign_id"), templateId);
    }
}
