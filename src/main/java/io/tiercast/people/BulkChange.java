package io.tiercast.people;

import io.smallrye.mutiny.Multi;
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
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Changes many contacts alike, however many they are: whoever is chosen at the beginning, page by page, each in a transaction of its
 * own. One that breaks off leaves a part done, and may be repeated, since who is so already is left alone.
 */
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
                ? Uni.createFrom().item(BulkSql.of(request.contactIds().toArray(Long[]::new)))
                : door.check(request.filter())
                        .chain(() -> segments.query(request.filter()))
                        .map(query -> query.contacts());
    }

    private Uni<ChangedContacts> run(ChangeContacts request, Selection chosen) {
        Selection change = change(request);
        Statement pages = BulkSql.pages(chosen);
        return sql.rows(pages.text(), row -> row.getBuffer("ids").getBytes(), pages.arguments())
                .chain(all -> each(all, change));
    }

    private Uni<ChangedContacts> each(List<byte[]> pages, Selection change) {
        return Multi.createFrom()
                .iterable(pages)
                .onItem()
                .transformToUniAndConcatenate(page -> run(page, change))
                .collect()
                .with(Collectors.reducing(ChangedContacts.NONE, ChangedContacts::and));
    }

    private Uni<ChangedContacts> run(byte[] page, Selection change) {
        Statement statement = BulkSql.change(BulkSql.of(ids(page)), change);
        return sql.first(statement.text(), ChangedContacts::of, statement.arguments());
    }

    private static Long[] ids(byte[] page) {
        LongBuffer ids = ByteBuffer.wrap(page).asLongBuffer();
        return IntStream.range(0, ids.remaining()).mapToObj(ids::get).toArray(Long[]::new);
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
