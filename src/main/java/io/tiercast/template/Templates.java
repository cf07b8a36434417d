package io.tiercast.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tiercast.problem.Problems;
import io.tiercast.sql.Sql;
import io.tiercast.sql.Statement;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The templates as stored. */
@ApplicationScoped
public class Templates {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SELECT = """
            select id, waba_id, meta_id, name, language, category, announced_category, status, quality, rejected_reason, parameter_format,
              components::text as components, time_to_live, paused_until, missing_since, synced_at
            from template
            """;

    private static final String VERSIONS = """
            select number, at, category, components::text as components from template_version where template_id = $1 order by number desc
            """;

    private final Sql sql;

    public Templates(Sql sql) {
        this.sql = sql;
    }

    /** Fails with 404 if there is none. */
    public Uni<Template> get(long id) {
        return byId(id).onItem().ifNull().failWith(() -> Problems.notFound("template", id));
    }

    /** Null if there is none. */
    public Uni<Template> byId(long id) {
        return sql.first(SELECT + "where id = $1", Templates::template, id);
    }

    /** By id; those that do not exist are left out. */
    public Uni<Map<Long, Template>> byIds(List<Long> ids) {
        return sql.rows(SELECT + "where id = any($1)", Templates::template, (Object) ids.toArray(Long[]::new))
                .map(found -> found.stream().collect(Collectors.toMap(Template::id, Function.identity())));
    }

    /** Those of the ids that no template has. */
    public Uni<List<Long>> unknown(List<Long> ids) {
        return sql.rows(
                "select id from unnest($1::bigint[]) id where not exists (select from template t where t.id = id.id)",
                row -> row.getLong(0),
                (Object) ids.toArray(Long[]::new));
    }

    /** What it said before and says now, newest first. */
    public Uni<List<TemplateVersionView>> versions(long id) {
        return get(id).chain(() -> sql.rows(VERSIONS, TemplateVersionView::of, id));
    }

    /** Newest first, from before the id. */
    public Uni<List<Template>> find(TemplateFilter filter, long beforeId, int limit) {
        Statement statement = new Statement().add(SELECT).add("where id < ?", beforeId);
        filter.restrict(statement);
        statement.add(" order by id desc limit ?", limit);
        return sql.rows(statement.text(), Templates::template, statement.arguments());
    }

    private static Template template(Row row) {
        return new Template(
                row.getLong("id"),
                row.getString("waba_id"),
                row.getString("meta_id"),
                row.getString("name"),
                row.getString("language"),
                row.getString("category"),
                row.getString("announced_category"),
                row.getString("status"),
                row.getString("quality"),
                row.getString("rejected_reason"),
                row.getString("parameter_format"),
                json(row.getString("components")),
                row.getInteger("time_to_live"),
                instant(row.getOffsetDateTime("paused_until")),
                instant(row.getOffsetDateTime("missing_since")),
                instant(row.getOffsetDateTime("synced_at")));
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database holds only JSON here", e);
        }
    }
}
