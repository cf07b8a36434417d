package io.tiercast.media;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.tiercast.paging.Page;
import io.tiercast.paging.PageRequest;
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
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Pictures, videos and documents that campaigns and templates show. */
@Path("/v1/media")
@Tag(name = "Media")
class MediaResource {

    private final MediaIntake intake;
    private final MediaLibrary library;
    private final MediaStorage storage;
    private final LinkFetch links;

    MediaResource(MediaIntake intake, MediaLibrary library, MediaStorage storage, LinkFetch links) {
        this.intake = intake;
        this.library = library;
        this.storage = storage;
        this.links = links;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("ADMIN")
    @Operation(summary = "Upload a JPEG or PNG of up to 5 MB, an MP4 or 3GP of up to 16 MB, or a PDF of up to 100 MB")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "video/mp4", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "video/3gpp", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "multipart/form-data", schema = @Schema(type = SchemaType.OBJECT))
            })
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = MediaView.class)))
    public Uni<Response> upload(@QueryParam("name") String name, @Context HttpServerRequest body) {
        body.pause();
        return Uni.createFrom()
                .deferred(() -> MediaUploadBody.of(new io.vertx.mutiny.core.http.HttpServerRequest(body), name))
                .chain(file -> intake.receive(file.name(), file.type(), file.content()))
                .map(MediaResource::created)
                .onFailure()
                .invoke(failure -> leave(body));
    }

    @POST
    @Path("/fetch")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Fetch a file from the public internet, over https, and keep it")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = MediaView.class)))
    public Uni<Response> fetch(@NotNull @Valid FetchMedia request) {
        return links.fetch(request.url(), request.name()).map(MediaResource::created);
    }

    @GET
    @RolesAllowed("READ")
    @Operation(summary = "The files, newest first")
    public Uni<Page<MediaView>> list(@QueryParam("kind") MediaKind kind, @BeanParam PageRequest page) {
        int limit = page.limit();
        return library.newestFirst(kind, page.beforeId(), limit + 1)
                .map(found -> Page.of(found.stream().map(MediaView::of).toList(), limit, MediaView::id));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("READ")
    @Operation(summary = "One file, without its content")
    public Uni<MediaView> get(long id) {
        return library.get(id).map(MediaView::of);
    }

    @GET
    @Path("/{id}/content")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed("READ")
    @Operation(summary = "The content of a file")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Uni<Response> content(long id) {
        return library.get(id)
                .chain(media -> storage.path(media.file())
                        .map(path -> Response.ok(path.toFile(), media.contentType())
                                .tag(new EntityTag(media.sha256()))
                                .header("Content-Disposition", disposition(media.name()))
                                .build()));
    }

    /** Shown by a browser, and saved under its own name. */
    private static String disposition(String name) {
        return "inline; filename*=UTF-8''" + URLEncoder.encode(name, UTF_8).replace("+", "%20");
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Delete a file that no campaign under way shows")
    public Uni<Void> delete(long id) {
        return intake.delete(id);
    }

    private static Response created(Media media) {
        return Response.created(URI.create("/v1/media/" + media.id()))
                .entity(MediaView.of(media))
                .build();
    }

    /** What still comes of a refused file is let go by: who sends it may not listen before the end. */
    private static void leave(HttpServerRequest body) {
        if (!body.isEnded()) {
            body.handler(rest -> {});
            body.resume();
        }
    }
}
