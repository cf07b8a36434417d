package io.tiercast.message;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;

/** Under which of Meta's ids the queues show files: kept once for each queue, so that a new id needs no change of messages. */
@ApplicationScoped
public class ShownMedia {

    // Of several files of a queue, one is brought up to date at a time.
    private static final String CATCH_UP = """
            update campaign_run r set template = jsonb_set(r.template, array['media', 'media:' || u.media_id], to_jsonb(p.meta_id))
            from media_use u join media_upload p using (media_id, sender_id)
            where r.campaign_id = u.campaign_id and r.template #>> array['media', 'media:' || u.media_id] <> p.meta_id
            """;

    private final Sql sql;

    ShownMedia(Sql sql) {
        this.sql = sql;
    }

    /** Tells queues the ids of files that were uploaded anew. @return how many changed; 0 when all are up to date */
    public Uni<Integer> catchUp() {
        return sql.run(CATCH_UP);
    }
}
