package io.tiercast.people;

import io.tiercast.contact.ConsentState;
import io.tiercast.contact.ContactMerge.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** What storing a batch brought. */
record ImportGain(
        long created,
        long updated,
        long optOutsKept,
        long repeated,
        List<Long> contactIds,
        List<Rejection> rejections) {

    static ImportGain of(ImportBatch batch, List<Result> results, ConsentState consent, long repeated) {
        List<Rejection> rejections = new ArrayList<>(batch.rejections());
        IntStream.range(0, results.size())
                .filter(i -> results.get(i).id() == null)
                .mapToObj(i -> taken(batch, i))
                .forEach(rejections::add);
        long created = results.stream().filter(Result::created).count();
        long kept = results.stream()
                .filter(result -> consent == ConsentState.OPTED_IN && result.optedOut())
                .count();
        List<Long> ids = results.stream()
                .map(Result::id)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        long stored = results.stream().filter(result -> result.id() != null).count();
        return new ImportGain(created, stored - created, kept, repeated, ids, rejections);
    }

    long rows() {
        return created + updated + rejections.size();
    }

    private static Rejection taken(ImportBatch batch, int index) {
        return Rejection.of(
                batch.lines().get(index),
                "external_id: belongs to another contact",
                batch.contacts().get(index).externalId());
    }
}
