package io.tiercast.people;

import io.tiercast.contact.Consent;
import io.tiercast.contact.ConsentState;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;

/**
 * An import under way.
 *
 * @param columns what columns mean whose names do not say so
 * @param dryRun stores nobody
 * @param line where the lanes begin
 * @param reached the last line of each lane whose outcome is stored
 */
record ContactImport(
        long id,
        String file,
        ColumnMap columns,
        Long groupId,
        ConsentState consent,
        String consentSource,
        boolean doubleOptIn,
        String defaultCountry,
        boolean dryRun,
        long line,
        List<Long> reached) {

    static ContactImport of(Row row) {
        String consent = row.getString("consent");
        return new ContactImport(
                row.getLong("id"),
                row.getString("file"),
                ColumnMap.of(row.getJsonObject("columns")),
                row.getLong("group_id"),
                consent == null ? null : ConsentState.valueOf(consent),
                row.getString("consent_source"),
                row.getBoolean("double_opt_in"),
                row.getString("default_country"),
                row.getBoolean("dry_run"),
                row.getLong("line"),
                List.of(row.getArrayOfLongs("reached")));
    }

    Consent consentOfEverybody() {
        if (consent == null) {
            return null;
        }
        String itself = "import:" + id;
        return consentSource == null
                ? Consent.marketing(consent, itself, null)
                : Consent.marketing(consent, consentSource, itself);
    }
}
