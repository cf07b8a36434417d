package io.tiercast.template;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Takes over what Meta tells of a template between two syncs. News of templates that we do not know change nothing. */
@ApplicationScoped
public class TemplateNews {

    /** Which template Meta means. */
    public record Named(String wabaId, String metaId, String name, String language) {}

    /** A template of ours that the news are about. */
    public record Concerned(long id, String category) {}

    private static final String WHICH = """
            where waba_id = $1 and (meta_id = $2 or name = $3 and language = $4)
            returning id, category
            """;

    private static final String STATUS = """
            update template set status = $5, rejected_reason = $6, paused_until = $7, updated_at = now(), version = version + 1
            """ + WHICH;

    private static final String QUALITY =
            "update template set quality = $5, updated_at = now(), version = version + 1 " + WHICH;

    private static final String ANNOUNCED =
            "update template set announced_category = $5, updated_at = now(), version = version + 1 " + WHICH;

    private static final String CATEGORY = """
            update template set category = $5, announced_category = null, updated_at = now(), version = version + 1
            """ + WHICH;

    private final Sql sql;

    public TemplateNews(Sql sql) {
        this.sql = sql;
    }

    /**
     * @param reason why it may not be sent; null where there is none
     * @param pausedUntil when a pause ends by itself; null: no pause, or nobody knows
     */
    public Uni<List<Concerned>> status(Named named, String status, String reason, Instant pausedUntil) {
        return sql.rows(
                STATUS,
                TemplateNews::concerned,
                named.wabaId(),
                named.metaId(),
                named.name(),
                named.language(),
                status,
                reason,
                pausedUntil == null ? null : pausedUntil.atOffset(ZoneOffset.UTC));
    }

    public Uni<List<Concerned>> quality(Named named, String quality) {
        return change(QUALITY, named, quality);
    }

    /** Meta will change the category within a day. */
    public Uni<List<Concerned>> announcedCategory(Named named, String category) {
        return change(ANNOUNCED, named, category);
    }

    public Uni<List<Concerned>> category(Named named, String category) {
        return change(CATEGORY, named, category);
    }

    private Uni<List<Concerned>> change(String statement, Named named, String value) {
        return sql.rows(
                statement,
                TemplateNews::concerned,
                named.wabaId(),
                named.metaId(),
                named.name(),
                named.language(),
                value);
    }

    private static Concerned concerned(Row row) {
        return new Concerned(row.getLong("id"), row.getString("category"));
    }
}
