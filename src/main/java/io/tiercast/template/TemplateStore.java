package io.tiercast.template;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;

/** Writes what people do to templates. */
@ApplicationScoped
class TemplateStore {

    private static final String INSERT = """
            insert into template (waba_id, meta_id, name, language, category, status, parameter_format, components, time_to_live)
            values ($1, $2, $3, $4, $5, $6, $7, $8::text::jsonb, $9) returning id
            """;

    private static final String REWRITE = """
            update template set meta_id = coalesce($2, meta_id), category = $3, status = $4, parameter_format = $5,
              components = $6::text::jsonb, time_to_live = $7, rejected_reason = null, updated_at = now(), version = version + 1,
              edits = case when status = 'APPROVED' then edits || now() else edits end
            where id = $1 returning id
            """;

    private static final String APPROVE = """
            update template set status = 'APPROVED', paused_until = null, rejected_reason = null, updated_at = now(), version = version + 1
            where id = $1
            """;

    private static final String TAKEN = """
            select id from template where waba_id = $1 and name = $2 and language = $3
            """;

    // Meta refuses what says the same as a template that it has.
    private static final String SAME = """
            select name from template t
            where waba_id = $1 and language = $2 and not (name = $3) and missing_since is null and status not in ('REJECTED', 'DRAFT')
              and (select array_agg(c ->> 'text' order by c ->> 'type') from jsonb_array_elements(t.components) c where c ->> 'type' in ('BODY', 'FOOTER'))
                = (select array_agg(c ->> 'text' order by c ->> 'type') from jsonb_array_elements($4::text::jsonb) c where c ->> 'type' in ('BODY', 'FOOTER'))
            limit 1
            """;

    private static final String USED = """
            select id from campaign where finished_at is null and state <> 'DRAFT'
              and plan @> jsonb_build_object('content', jsonb_build_array(jsonb_build_object('templateId', $1::bigint)))
            limit 1
            """;

    private static final String EDITS = "select unnest(edits) as at from template where id = $1";

    private final Sql sql;

    TemplateStore(Sql sql) {
        this.sql = sql;
    }

    /** @param metaId null for a draft */
    Uni<Long> insert(String wabaId, String name, String language, Wording wording, String metaId, String status) {
        return sql.first(
                INSERT,
                row -> row.getLong("id"),
                wabaId,
                metaId,
                name,
                language,
                wording.category(),
                status,
                wording.parameterFormat(),
                wording.components().toString(),
                wording.timeToLiveSeconds());
    }

    Uni<Long> rewrite(long id, Wording wording, String metaId, String status) {
        return sql.first(
                REWRITE,
                row -> row.getLong("id"),
                id,
                metaId,
                wording.category(),
                status,
                wording.parameterFormat(),
                wording.components().toString(),
                wording.timeToLiveSeconds());
    }

    Uni<Void> approve(long id) {
        return sql.run(APPROVE, id).replaceWithVoid();
    }

    Uni<Integer> delete(long id) {
        return sql.run("delete from template where id = $1", id);
    }

    /** Null if the name is free in this language. */
    Uni<Long> taken(String wabaId, String name, String language) {
        return sql.first(TAKEN, row -> row.getLong("id"), wabaId, name, language);
    }

    /** Name of another template with the same body and footer; null if there is none. */
    Uni<String> saysTheSame(String wabaId, String language, String name, Wording wording) {
        return sql.first(
                SAME,
                row -> row.getString("name"),
                wabaId,
                language,
                name,
                wording.components().toString());
    }

    /** A launched and unfinished campaign that sends it; null if there is none. */
    Uni<Long> campaignOf(long id) {
        return sql.first(USED, row -> row.getLong("id"), id);
    }

    /** When it was edited while approved. */
    Uni<List<OffsetDateTime>> edits(long id) {
        return sql.rows(EDITS, row -> row.getOffsetDateTime("at"), id);
    }
}
