package io.tiercast.stats;

import io.smallrye.mutiny.Uni;
import io.tiercast.problem.Problems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/stats/trends")
@Tag(name = "Stats")
class TrendsResource {

    private final Trends trends;

    TrendsResource(Trends trends) {
        this.trends = trends;
    }

    @GET
    @RolesAllowed("READ")
    @Operation(summary = "What the campaigns of the last days reached, by the day they started, and of the days before")
    public Uni<TrendsView> trends(
            @QueryParam("days") @DefaultValue("30") @Min(1) @Max(90) int days,
            @QueryParam("timezone") @DefaultValue("UTC") String timezone) {
        return trends.of(days, zone(timezone));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw Problems.malformed("timezone", "there is no time zone " + name);
        }
    }
}
