package io.tiercast.contact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * A contact found fit to be stored. What is null or empty was not given, and leaves alone what a merge finds.
 *
 * @param consentRequestedAt when an opt-in to marketing was given that has to be confirmed first
 */
public record CheckedContact(
        String phone,
        String country,
        String name,
        String externalId,
        String language,
        String timezone,
        Map<String, Object> attributes,
        List<String> tags,
        Consent consent,
        Instant consentRequestedAt) {

    /** Two mentions of one person in the same batch: the later one wins where it says something. */
    CheckedContact mergedWith(CheckedContact later) {
        return new CheckedContact(
                phone,
                country,
                either(later.name, name),
                either(later.externalId, externalId),
                either(later.language, language),
                either(later.timezone, timezone),
                union(attributes, later.attributes),
                union(tags, later.tags),
                merged(consent, later.consent),
                either(later.consentRequestedAt, consentRequestedAt));
    }

    private static <T> T either(T later, T earlier) {
        return later == null ? earlier : later;
    }

    private static Map<String, Object> union(Map<String, Object> earlier, Map<String, Object> later) {
        Map<String, Object> all = new LinkedHashMap<>(earlier);
        all.putAll(later);
        return all;
    }

    private static List<String> union(List<String> earlier, List<String> later) {
        LinkedHashSet<String> all = new LinkedHashSet<>(earlier);
        all.addAll(later);
        return new ArrayList<>(all);
    }

    private static Consent merged(Consent earlier, Consent later) {
        if (later.at() == null || earlier.outlasts(later)) {
            return earlier;
        }
        return new Consent(
                said(later.marketing(), earlier.marketing()),
                said(later.utility(), earlier.utility()),
                later.source(),
                later.evidence(),
                later.at());
    }

    private static ConsentState said(ConsentState later, ConsentState earlier) {
        return later == ConsentState.UNKNOWN ? earlier : later;
    }
}
