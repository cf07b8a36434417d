package io.tiercast.hook;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.tiercast.http.AnswerHoldsSecret;
import io.tiercast.http.Etag;
import io.tiercast.http.MergePatch;
import io.tiercast.paging.Page;
import io.tiercast.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is told what happens, by signed posts of several events each. */
@Path("/v1/webhook-endpoints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhook endpoints")
class WebhookEndpointResource {

    private static final String POSTS = """
            Each post carries up to 500 events: `{"events":[{"id","type","at","data"}]}`. An event's `id` stays the same however often it is
            told: keep the ids that you have seen. No order is promised. Answer 2xx within 15 s; anything else is tried again for a day.
            Check `webhook-signature` as Standard Webhooks has it: `v1,` and the base64 of the HMAC-SHA256 over
            `<webhook-id>.<webhook-timestamp>.<body>`, with the secret's base64 part behind `whsec_` as its key.""";

    private final WebhookEndpointService service;
    private final WebhookEndpointRepository repository;
    private final HookDeliveries deliveries;

    WebhookEndpointResource(
            WebhookEndpointService service, WebhookEndpointRepository repository, HookDeliveries deliveries) {
        this.service = service;
        this.repository = repository;
        this.deliveries = deliveries;
    }

    @POST
    @AnswerHoldsSecret
    @RolesAllowed("ADMIN")
    @Operation(summary = "Add an endpoint; its secret is shown only here", description = POSTS)
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = WebhookEndpointView.class)))
    public Uni<Response> create(@NotNull @Valid CreateWebhookEndpoint request) {
        String secret = HookSignature.newSecret();
        return service.create(request, secret)
                .map(endpoint -> Etag.created(
                        "/v1/webhook-endpoints/" + endpoint.id,
                        WebhookEndpointView.of(endpoint, secret),
                        endpoint.version));
    }

    @GET
    @RolesAllowed("READ")
    @WithSession
    @Operation(summary = "The endpoints, newest first")
    public Uni<Page<WebhookEndpointView>> list(@BeanParam PageRequest page) {
        int limit = page.limit();
        return repository
                .before(page.beforeId(), limit + 1)
                .map(endpoints -> Page.of(
                        endpoints.stream().map(WebhookEndpointView::of).toList(), limit, WebhookEndpointView::id));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("READ")
    @WithSession
    @Operation(summary = "One endpoint")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WebhookEndpointView.class)))
    public Uni<Response> get(long id) {
        return repository.get(id).map(WebhookEndpointResource::answer);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed("ADMIN")
    @Operation(summary = "Change address, events or description; disable it or enable it again")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WebhookEndpointView.class)))
    public Uni<Response> patch(
            long id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid PatchWebhookEndpoint patch) {
        return service.patch(id, patch, endpoint -> Etag.check(ifMatch, endpoint.version))
                .map(WebhookEndpointResource::answer);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Remove an endpoint, and what it was still to be told")
    public Uni<Void> delete(long id) {
        return service.delete(id);
    }

    @GET
    @Path("/{id}/deliveries")
    @RolesAllowed("READ")
    @Operation(summary = "The posts of the last seven days and what came of them, newest first")
    public Uni<Page<HookDeliveryView>> deliveries(long id, @BeanParam PageRequest page) {
        return deliveries.of(id, page);
    }

    @POST
    @Path("/{id}/test")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Post an event of type TEST; the deliveries show what comes of it")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = HookDeliveryView.class)))
    public Uni<Response> test(long id) {
        return deliveries.test(id).map(view -> Response.accepted(view).build());
    }

    private static Response answer(WebhookEndpoint endpoint) {
        return Etag.ok(WebhookEndpointView.of(endpoint), endpoint.version);
    }
}
