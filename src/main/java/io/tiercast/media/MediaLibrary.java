package io.tiercast.media;

import io.smallrye.mutiny.Uni;
import io.tiercast.media.IncomingFile.Received;
import io.tiercast.problem.Problems;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is known of the files. */
@ApplicationScoped
public class MediaLibrary {

    private static final String SELECT =
            "select id, name, kind, content_type, size, sha256, file, created_at from media ";

    private static final String INSERT = """
            insert into media (name, kind, content_type, size, sha256, file) values ($1, $2, $3, $4, $5, $6)
            returning id, name, kind, content_type, size, sha256, file, created_at
            """;

    // A campaign under way or planned, that shows it to everybody or to some.
    private static final String USED = """
            select id from campaign
            where finished_at is null and state <> 'DRAFT' and (
              jsonb_path_exists(plan, '$.content[*].variables.* ? (@.mediaId == $id || @.value == $name || @.fallback == $name)',
                jsonb_build_object('id', $1::bigint, 'name', $2::text))
              or exists (select from media_use u where u.campaign_id = campaign.id and u.media_id = $1))
            limit 1
            """;

    private static final String DELETE = """
            with unused as (delete from media_use where media_id = $1)
            delete from media where id = $1
            """;

    private final Sql sql;

    public MediaLibrary(Sql sql) {
        this.sql = sql;
    }

    /** Fails with 404 if there is none. */
    public Uni<Media> get(long id) {
        return sql.first(SELECT + "where id = $1", MediaLibrary::media, id)
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("media", id));
    }

    /** By id; those that do not exist are left out. */
    public Uni<Map<Long, Media>> byIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : sql.rows(SELECT + "where id = any($1)", MediaLibrary::media, (Object) ids.toArray(Long[]::new))
                        .map(found -> found.stream().collect(Collectors.toMap(Media::id, Function.identity())));
    }

    /** Newest first, from before the id. @param kind null: all */
    Uni<List<Media>> newestFirst(MediaKind kind, long beforeId, int limit) {
        return sql.rows(
                SELECT + "where id < $1 and ($2::text is null or kind = $2) order by id desc limit $3",
                MediaLibrary::media,
                beforeId,
                kind == null ? null : kind.name(),
                limit);
    }

    Uni<Media> add(String name, FileType type, Received received, String file) {
        return sql.first(
                INSERT,
                MediaLibrary::media,
                name,
                type.kind().name(),
                type.contentType(),
                received.size(),
                received.sha256(),
                file);
    }

    /** A launched and unfinished campaign that shows it; null if there is none. */
    Uni<Long> campaignOf(long id) {
        return sql.first(USED, row -> row.getLong("id"), id, MediaReference.of(id));
    }

    Uni<Void> delete(long id) {
        return sql.run(DELETE, id).replaceWithVoid();
    }

    private static Media media(Row row) {
        return new Media(
                row.getLong("id"),
                row.getString("name"),
                MediaKind.valueOf(row.getString("kind")),
                row.getString("content_type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("file"),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
