package io.tiercast.campaign;

import io.tiercast.group.GroupMembers;
import io.tiercast.sql.Selection;
import java.util.ArrayList;
import java.util.List;

/** The people of an audience as selections of {@code contact_id}. */
final class AudienceSelection {

    private AudienceSelection() {}

    static List<Selection> included(Plan.Audience audience) {
        return selections(audience.groupIds(), audience.contactIds());
    }

    static List<Selection> excluded(Plan.Audience audience) {
        return selections(audience.exclude().groupIds(), audience.exclude().contactIds());
    }

    private static List<Selection> selections(List<Long> groupIds, List<Long> contactIds) {
        List<Selection> selections = new ArrayList<>();
        if (!groupIds.isEmpty()) {
            selections.add(GroupMembers.of(groupIds));
        }
        if (!contactIds.isEmpty()) {
            selections.add(
                    Selection.of("select unnest(?::bigint[]) as contact_id", (Object) contactIds.toArray(Long[]::new)));
        }
        return selections;
    }
}
