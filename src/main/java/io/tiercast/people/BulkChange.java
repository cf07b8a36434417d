package io.tiercast.people;

import io.smallrye.mutiny.Uni;
import io.tiercast.contact.ContactCheck;
import io.tiercast.group.GroupMembers;
import io.tiercast.problem.Problems;
import io.tiercast.segment.FilterDoor;
import io.tiercast.segment.Segments;
import io.tiercast.sql.Selection;
import io.tiercast.sql.Sql;
import io.tiercast.sql.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Changes many contacts alike, however many they are, in one statement. */
@ApplicationScoped
class BulkChange {

    private final FilterDoor door;
    private final Segments segments;
    private final GroupMembers groups;
    private final Sql sql;

    BulkChange(FilterDoor door, Segments segments, GroupMembers groups, Sql sql) {
        this.door = door;
        this.segments = segments;
        this.groups = groups;
        this.sql = sql;
    }

    Uni<ChangedContacts> apply(ChangeContacts request) {
        if ((request.contactIds() == null) == (request.filter() == null)) {
            throw Problems.malformed("contactIds", "either contactIds or filter is needed");
        }
        return checkGroup(request).chain(() -> chosen(request)).chain(chosen -> run(request, chosen));
    }

    private Uni<Void> checkGroup(ChangeContacts request) {
        boolean needed = switch (request.action()) {
            case ADD_TO_GROUP, REMOVE_FROM_GROUP -> true;
            case TAG, UNTAG, OPT_OUT -> false;
        };
        if (!needed) {
            return Uni.createFrom().voidItem();
        }
        if (request.groupId() == null) {
            throw Problems.malformed("groupId", "is needed");
        }
        return groups.unknown(List.of(request.groupId()))
                .invoke(BulkChange::refuseUnknown)
                .replaceWithVoid();
    }

    private static void refuseUnknown(List<Long> groupIds) {
        if (!groupIds.isEmpty()) {
            throw Problems.invalid("groupId", "there is no group " + groupIds.get(0));
        }
    }

    /** The contacts {@code c} of a from clause. */
    private Uni<Selection> chosen(ChangeContacts request) {
        return request.filter() == null
                ? Uni.createFrom().item(Selection.of("contact c where c.id = any(?)", (Object)
                        request.contactIds().toArray(Long[]::new)))
                : door.check(request.filter())
                        .chain(() -> segments.query(request.filter()))
                        .map(query -> query.contacts());
    }

    private Uni<ChangedContacts> run(ChangeContacts request, Selection chosen) {
        Statement statement = BulkSql.change(chosen, change(request));
        return sql.first(statement.text(), ChangedContacts::of, statement.arguments());
    }

    private static Selection change(ChangeContacts request) {
        return switch (request.action()) {
            case TAG -> BulkSql.tag(tags(request));
            case UNTAG -> BulkSql.untag(tags(request));
            case ADD_TO_GROUP -> BulkSql.addTo(request.groupId());
            case REMOVE_FROM_GROUP -> BulkSql.removeFrom(request.groupId());
            case OPT_OUT -> BulkSql.optOut(request.scope(), request.source());
        };
    }

    private static String[] tags(ChangeContacts request) {
        if (request.tags() == null || request.tags().isEmpty()) {
            throw Problems.malformed("tags", "at least one is needed");
        }
        return ContactCheck.tagsOf(request.tags()).toArray(String[]::new);
    }
}
