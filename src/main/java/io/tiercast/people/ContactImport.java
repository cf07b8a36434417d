package io.tiercast.people;

import io.tiercast.contact.Consent;
import io.tiercast.contact.ConsentState;
import io.vertx.mutiny.sqlclient.Row;

/**
 * An import under way.
 *
 * @param line the last line whose outcome is stored
 */
record ContactImport(long id, String file, Long groupId, ConsentState consent, String defaultCountry, long line) {

    static ContactImport of(Row row) {
        String consent = row.getString("consent");
        return new ContactImport(
                row.getLong("id"),
                row.getString("file"),
                row.getLong("group_id"),
                consent == null ? null : ConsentState.valueOf(consent),
                row.getString("default_country"),
                row.getLong("line"));
    }

    Consent consentOfEverybody() {
        return consent == null ? null : Consent.marketing(consent, "import:" + id, null);
    }
}
