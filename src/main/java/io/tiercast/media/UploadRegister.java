package io.tiercast.media;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Under which ids Meta knows our files, until when, and which campaigns need them. */
@ApplicationScoped
public class UploadRegister {

    /** An id that a campaign needs and that ends soon. */
    public record Ending(long mediaId, long senderId) {}

    // Meta keeps an upload for 30 days. What has fewer than 7 left is uploaded anew: longer than any outage of
    // Meta's or ours.
    private static final String KNOWN = """
            select media_id, meta_id from media_upload
            where sender_id = $1 and media_id = any($2) and expires_at > now() + interval '7 days'
            """;

    private static final String STORE = """
            insert into media_upload as u (media_id, sender_id, meta_id, expires_at)
            values ($1, $2, $3, now() + interval '30 days' - interval '1 hour')
            on conflict (media_id, sender_id) do update set meta_id = excluded.meta_id, expires_at = excluded.expires_at
            """;

    private static final String USE = """
            insert into media_use (campaign_id, media_id, sender_id)
            select $1, media_id, $2 from unnest($3::bigint[]) media_id
            on conflict do nothing
            """;

    private static final String FORGET = """
            delete from media_use u where not exists (select from campaign c where c.id = u.campaign_id and c.finished_at is null)
            """;

    private static final String ENDING = """
            select distinct p.media_id, p.sender_id from media_use u join media_upload p using (media_id, sender_id)
            where p.expires_at < now() + interval '7 days'
            """;

    private final Sql sql;

    UploadRegister(Sql sql) {
        this.sql = sql;
    }

    /** Those of the files that Meta knows, for a while still. */
    Uni<Map<Long, String>> known(long senderId, Collection<Long> mediaIds) {
        return sql.rows(KNOWN, row -> row, senderId, mediaIds.toArray(Long[]::new))
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> row.getLong("media_id"), row -> row.getString("meta_id"))));
    }

    Uni<Void> store(long mediaId, long senderId, String metaId) {
        return sql.run(STORE, mediaId, senderId, metaId).replaceWithVoid();
    }

    /** Keeps the ids of these files good for as long as the campaign lasts. */
    public Uni<Void> use(long campaignId, long senderId, Collection<Long> mediaIds) {
        return sql.run(USE, campaignId, senderId, mediaIds.toArray(Long[]::new)).replaceWithVoid();
    }

    /** What unfinished campaigns show and Meta will forget. */
    public Uni<List<Ending>> ending() {
        return sql.run(FORGET)
                .chain(() -> sql.rows(ENDING, row -> new Ending(row.getLong("media_id"), row.getLong("sender_id"))));
    }
}
