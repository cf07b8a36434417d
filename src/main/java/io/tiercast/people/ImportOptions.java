package io.tiercast.people;

import io.tiercast.contact.ConsentState;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters of an import. */
public class ImportOptions {

    @QueryParam("groupId")
    @Parameter(description = "Puts everybody into this group")
    public Long groupId;

    @QueryParam("consent")
    @Parameter(description = "Consent to marketing of everybody in the file; who has opted out stays so")
    public ConsentState consent;

    @QueryParam("consentSource")
    @Parameter(description = "Where that consent came from; kept with each contact. Default: the import itself")
    public String consentSource;

    @QueryParam("doubleOptIn")
    @Parameter(description = "An opt-in counts only once the person has confirmed it")
    public boolean doubleOptIn;

    @QueryParam("map")
    @Parameter(
            description = "What a column is, as <column>=<field>: phone, name, tags, language, timezone, external_id,"
                    + " attributes.<key>, or - to leave it out")
    public List<String> map;

    @QueryParam("dryRun")
    @Parameter(description = "Reads and checks all of the file and counts, but stores no contact")
    public boolean dryRun;

    @QueryParam("defaultCountry")
    @Parameter(description = "ISO 3166 alpha-2, for phones without a country code")
    public String defaultCountry;

    ColumnMap columns() {
        return ColumnMap.parse(map == null ? List.of() : map);
    }
}
