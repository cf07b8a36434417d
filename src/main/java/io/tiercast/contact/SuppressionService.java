package io.tiercast.contact;

import io.smallrye.mutiny.Uni;
import io.tiercast.paging.Page;
import io.tiercast.paging.PageRequest;
import io.tiercast.phone.Phone;
import io.tiercast.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides who comes on the suppression list by hand, and who goes. */
@ApplicationScoped
class SuppressionService {

    /** @param isNew false if the phone was listed before */
    record Added(SuppressionView entry, boolean isNew) {}

    private final Suppressions suppressions;

    SuppressionService(Suppressions suppressions) {
        this.suppressions = suppressions;
    }

    Uni<Page<SuppressionView>> list(SuppressionReason reason, String phone, PageRequest page) {
        int limit = page.limit();
        Uni<List<SuppressionView>> found = phone == null
                ? suppressions.newestFirst(reason, page.beforeId(), limit + 1)
                : suppressions.ofPhone(asked(phone), reason);
        return found.map(entries -> Page.of(entries, limit, SuppressionView::id));
    }

    Uni<SuppressionView> get(long id) {
        return suppressions.get(id).onItem().ifNull().failWith(() -> Problems.notFound("suppression", id));
    }

    Uni<Added> add(SuppressPhone request) {
        String phone = e164(request.phone())
                .orElseThrow(() ->
                        Problems.invalid("phone", "is no phone number in international form, such as +919812345678"));
        return suppressions
                .add(List.of(phone), request.scope(), SuppressionReason.MANUAL, request.source())
                .map(entries -> entries.get(0))
                .chain(entry -> get(entry.id()).map(view -> new Added(view, entry.added())));
    }

    Uni<SuppressedPhones> add(SuppressPhones request) {
        Set<String> phones = new LinkedHashSet<>();
        List<String> unknown = request.phones().stream()
                .filter(given -> e164(given).map(phones::add).isEmpty())
                .toList();
        return suppressions
                .add(phones, request.scope(), SuppressionReason.MANUAL, request.source())
                .map(entries ->
                        entries.stream().filter(Suppressions.Entry::added).count())
                .map(added -> new SuppressedPhones(added.intValue(), phones.size() - added.intValue(), unknown));
    }

    Uni<Void> remove(long id) {
        return suppressions
                .remove(id)
                .invoke(removed -> refuseNone(removed, id))
                .replaceWithVoid();
    }

    Uni<Void> removePhone(String phone) {
        String e164 = asked(phone);
        return suppressions
                .remove(e164)
                .invoke(removed -> refuseNone(removed, "of " + e164))
                .replaceWithVoid();
    }

    private static void refuseNone(int removed, Object which) {
        if (removed == 0) {
            throw Problems.notFound("suppression", which);
        }
    }

    private static String asked(String phone) {
        return Phone.ofAddress(phone)
                .map(Phone::e164)
                .orElseThrow(() -> Problems.malformed("phone", "must be a phone number such as +919812345678"));
    }

    private static Optional<String> e164(String given) {
        return Phone.parse(given, null).map(Phone::e164);
    }
}
