package io.tiercast.campaign;

import io.smallrye.mutiny.Uni;
import io.tiercast.campaign.AudienceSelection.Way;
import io.tiercast.sql.Selection;
import io.tiercast.sql.Sql;
import io.tiercast.sql.Statement;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Which ways of an audience lead to one person. */
@ApplicationScoped
class AudienceWays {

    private final Sql sql;

    AudienceWays(Sql sql) {
        this.sql = sql;
    }

    /** The id of the contact of a phone in E.164 form; null if there is none. */
    Uni<Long> contactOf(String phone) {
        return sql.first("select id from contact where phone = $1", row -> row.getLong("id"), phone);
    }

    /** Those of the ways that lead to this contact, with their names. */
    Uni<List<WayView>> to(long contactId, List<Way> ways) {
        if (ways.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Statement statement = new Statement();
        for (int i = 0; i < ways.size(); i++) {
            Way way = ways.get(i);
            statement
                    .add(i == 0 ? "" : " union all ")
                    .add("select ?::text as kind, ?::bigint as id, ", way.kind().name(), way.id())
                    .add(name(way))
                    .add(" as name where exists (")
                    .add(only(contactId, way.people()))
                    .add(")");
        }
        return sql.rows(statement.text(), (Row row) -> view(row), statement.arguments());
    }

    /** The selection without all other people. */
    static Selection only(long contactId, Selection people) {
        List<Object> arguments = new ArrayList<>(people.arguments());
        arguments.add(contactId);
        return new Selection(
                "select one.contact_id from (" + people.sql() + ") one where one.contact_id = ?", arguments);
    }

    private static Selection name(Way way) {
        return switch (way.kind()) {
            case GROUP -> Selection.of("(select name from contact_group where id = ?)", way.id());
            case SEGMENT -> Selection.of("(select name from segment where id = ?)", way.id());
            case CONTACT, RECIPIENT, FILTER -> Selection.of("null::text");
        };
    }

    private static WayView view(Row row) {
        return new WayView(
                AudienceSelection.Kind.valueOf(row.getString("kind")), row.getLong("id"), row.getString("name"));
    }
}
