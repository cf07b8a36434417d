package io.tiercast.campaign;

import io.smallrye.mutiny.Uni;
import io.tiercast.paging.Page;
import io.tiercast.paging.PageRequest;
import io.tiercast.phone.Phone;
import io.tiercast.problem.Problems;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Recipients that bring their own values to a draft or scheduled campaign; a further one than those its audience names. */
@Path("/v1/campaigns/{id}/recipients")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Campaigns")
class RecipientListResource {

    private static final String CSV = "text/csv";

    private final Campaigns campaigns;
    private final RecipientLists lists;
    private final RecipientUpload upload;

    RecipientListResource(Campaigns campaigns, RecipientLists lists, RecipientUpload upload) {
        this.campaigns = campaigns;
        this.lists = lists;
        this.upload = upload;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("ADMIN")
    @Operation(summary = "Add up to 5,000 recipients, each with a phone and values of its own, such as a coupon")
    public Uni<BroughtView> add(
            long id, @QueryParam("defaultCountry") String defaultCountry, @NotNull @Valid BringRecipients request) {
        refuseUnknown(defaultCountry);
        return lists.add(id, RecipientBatch.of(request.recipients(), defaultCountry));
    }

    @POST
    @Consumes(CSV)
    @RolesAllowed("ADMIN")
    @Operation(summary = "The same as CSV of any size: a column phone, and columns such as coupon")
    @RequestBody(required = true, content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
    public Uni<BroughtView> upload(
            long id, @QueryParam("defaultCountry") String defaultCountry, @Context HttpServerRequest body) {
        refuseUnknown(defaultCountry);
        body.pause();
        return upload.take(id, new io.vertx.mutiny.core.http.HttpServerRequest(body), defaultCountry);
    }

    @GET
    @Path("/values")
    @RolesAllowed("READ")
    @Operation(summary = "The recipients that brought values of their own, with these, and how many they are")
    public Uni<RecipientListView> list(long id, @BeanParam PageRequest page) {
        int limit = page.limit();
        long after = page.afterId();
        return campaigns
                .get(id)
                .chain(() -> lists.of(id))
                .chain(list -> lists.page(id, after, limit + 1)
                        .map(rows -> RecipientListView.of(list, Page.of(rows, limit, RecipientValuesView::contactId))));
    }

    @DELETE
    @RolesAllowed("ADMIN")
    @Operation(summary = "Forget all recipients that brought values of their own; the contacts stay")
    public Uni<Void> clear(long id) {
        return lists.clear(id);
    }

    private static void refuseUnknown(String country) {
        if (country != null && !Phone.isCountry(country)) {
            throw Problems.invalid("defaultCountry", "must be a country's code, such as IN");
        }
    }
}
