package io.tiercast.people;

import io.tiercast.contact.ConsentState;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters of an import. */
public class ImportOptions {

    @QueryParam("groupId")
    @Parameter(description = "Puts everybody into this group")
    public Long groupId;

    @QueryParam("consent")
    @Parameter(description = "Consent to marketing of everybody in the file; who has opted out stays so")
    public ConsentState consent;

    @QueryParam("defaultCountry")
    @Parameter(description = "ISO 3166 alpha-2, for phones without a country code")
    public String defaultCountry;
}
