package io.tiercast.template;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Templates whose state or category changed, by whatever road, for those who have to react. */
@ApplicationScoped
public class TemplateChanges {

    /** @param changeId to be given back once the reaction is stored */
    public record Change(long changeId, long templateId) {}

    private static final int AT_ONCE = 200;

    private final Sql sql;

    public TemplateChanges(Sql sql) {
        this.sql = sql;
    }

    /** Oldest first. */
    public Uni<List<Change>> open() {
        return sql.rows(
                "select id, template_id from template_change order by id limit $1",
                row -> new Change(row.getLong("id"), row.getLong("template_id")),
                AT_ONCE);
    }

    public Uni<Integer> done(List<Change> changes) {
        return sql.run("delete from template_change where id = any($1)", (Object)
                changes.stream().map(Change::changeId).toArray(Long[]::new));
    }
}
