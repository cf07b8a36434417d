package io.tiercast.group;

import io.smallrye.mutiny.Uni;
import io.tiercast.contact.Contacts;
import io.tiercast.group.GroupMembers.PhoneOwner;
import io.tiercast.phone.Phone;
import io.tiercast.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Adds existing contacts to a group, and names those that do not exist. */
@ApplicationScoped
class MemberAdder {

    private final Contacts contacts;
    private final GroupMembers members;

    MemberAdder(Contacts contacts, GroupMembers members) {
        this.contacts = contacts;
        this.members = members;
    }

    Uni<AddedMembers> add(long groupId, AddMembers request) {
        if ((request.contactIds() == null) == (request.phones() == null)) {
            throw Problems.malformed("contactIds", "either contactIds or phones is needed");
        }
        return members.unknown(List.of(groupId))
                .invoke(unknown -> refuseUnknown(unknown, groupId))
                .chain(() -> request.phones() == null
                        ? addIds(groupId, request.contactIds())
                        : addPhones(groupId, request.phones()));
    }

    private static void refuseUnknown(List<Long> unknown, long groupId) {
        if (!unknown.isEmpty()) {
            throw GroupService.missing(groupId);
        }
    }

    private Uni<AddedMembers> addIds(long groupId, List<Long> ids) {
        return contacts.unknown(ids.stream().distinct().toList()).chain(unknown -> {
            Set<Long> known = new HashSet<>(ids);
            unknown.forEach(known::remove);
            return store(groupId, known, unknown);
        });
    }

    private Uni<AddedMembers> addPhones(long groupId, List<String> given) {
        Map<String, String> e164ByGiven = new LinkedHashMap<>();
        given.forEach(text ->
                e164ByGiven.put(text, Phone.parse(text, null).map(Phone::e164).orElse("")));
        return members.owners(new ArrayList<>(e164ByGiven.values())).chain(owners -> {
            Map<String, Long> ids = owners.stream().collect(Collectors.toMap(PhoneOwner::phone, PhoneOwner::contactId));
            List<String> unknown = e164ByGiven.entrySet().stream()
                    .filter(entry -> !ids.containsKey(entry.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            return store(groupId, ids.values(), unknown);
        });
    }

    private Uni<AddedMembers> store(long groupId, Collection<Long> known, List<?> unknown) {
        return members.add(groupId, List.copyOf(known))
                .map(added -> new AddedMembers(added, known.size() - added, List.copyOf(unknown)));
    }
}
