package io.tiercast.group;

import io.smallrye.mutiny.Uni;
import io.tiercast.problem.Problems;
import io.tiercast.sql.Selection;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Who is in which group. The counts of the groups follow by a trigger on the table. */
@ApplicationScoped
public class GroupMembers {

    private static final String UNKNOWN =
            "select id from unnest($1::bigint[]) id where not exists (select from contact_group g where g.id = id.id)";

    /** A group or contact deleted meanwhile is left out. Sorted, so that all lock contacts in one order. */
    private static final String ADD = """
            insert into group_member (group_id, contact_id)
            select g.id, c.id from contact_group g, contact c where g.id = $1 and c.id = any($2) order by c.id
            on conflict do nothing
            """;

    private static final String IDS_OF_PHONES = "select id, phone from contact where phone = any($1)";

    private final Sql sql;

    GroupMembers(Sql sql) {
        this.sql = sql;
    }

    /** The contacts of the group, as {@code contact_id}. */
    public static Selection of(long groupId) {
        return Selection.of("select contact_id from group_member where group_id = ?", groupId);
    }

    /** A condition on the table {@code contact}, under the name {@code c}: to be in the group. */
    public static Selection condition(long groupId) {
        return Selection.of("c.id in (select contact_id from group_member where group_id = ?)", groupId);
    }

    /** Those of the ids that no group has. */
    public Uni<List<Long>> unknown(List<Long> ids) {
        return sql.rows(UNKNOWN, row -> row.getLong(0), (Object) ids.toArray(Long[]::new));
    }

    /** How many of the contacts were not members yet. */
    public static Uni<Integer> add(SqlConnection transaction, long groupId, List<Long> contactIds) {
        return transaction
                .preparedQuery(ADD)
                .execute(Tuple.of(groupId, contactIds.toArray(Long[]::new)))
                .map(rows -> rows.rowCount());
    }

    Uni<Integer> add(long groupId, List<Long> contactIds) {
        return sql.run(ADD, groupId, contactIds.toArray(Long[]::new));
    }

    Uni<Void> remove(long groupId, long contactId) {
        return sql.run("delete from group_member where group_id = $1 and contact_id = $2", groupId, contactId)
                .invoke(removed -> refuseNone(removed, contactId))
                .replaceWithVoid();
    }

    private static void refuseNone(int removed, long contactId) {
        if (removed == 0) {
            throw Problems.notFound("member", contactId);
        }
    }

    /** The contacts of these phones (E.164), by phone. */
    Uni<List<PhoneOwner>> owners(List<String> phones) {
        return sql.rows(IDS_OF_PHONES, row -> new PhoneOwner(row.getString("phone"), row.getLong("id")), (Object)
                phones.toArray(String[]::new));
    }

    record PhoneOwner(String phone, long contactId) {}
}
