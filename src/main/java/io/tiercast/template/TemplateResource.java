package io.tiercast.template;

import io.smallrye.mutiny.Uni;
import io.tiercast.paging.Page;
import io.tiercast.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/templates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Templates")
public class TemplateResource {

    private final Templates templates;
    private final TemplateSync sync;
    private final TemplatePreview preview;
    private final TemplateWriting writing;
    private final TemplateEditing editing;
    private final TemplateImport imports;

    public TemplateResource(
            Templates templates,
            TemplateSync sync,
            TemplatePreview preview,
            TemplateWriting writing,
            TemplateEditing editing,
            TemplateImport imports) {
        this.templates = templates;
        this.sync = sync;
        this.preview = preview;
        this.writing = writing;
        this.editing = editing;
        this.imports = imports;
    }

    @POST
    @RolesAllowed("ADMIN")
    @Operation(
            summary =
                    "Check a new template by Meta's rules and submit it, or keep it: as a draft, or as a copy of what a provider approved")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TemplateView.class)))
    public Uni<Response> create(@NotNull @Valid CreateTemplate request) {
        return writing.create(request)
                .map(template -> Response.created(URI.create("/v1/templates/" + template.id()))
                        .entity(TemplateView.of(template))
                        .build());
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Change what a template says; Meta reviews it again")
    public Uni<TemplateView> replace(long id, @NotNull @Valid ReplaceTemplate request) {
        return editing.replace(id, request).map(TemplateView::of);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Delete a template, here and at Meta, in its one language")
    public Uni<Void> delete(long id) {
        return editing.delete(id);
    }

    @POST
    @Path("/{id}/submit")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Check a draft by Meta's rules and submit it")
    public Uni<TemplateView> submit(long id) {
        return editing.submit(id).map(TemplateView::of);
    }

    @POST
    @Path("/check")
    @RolesAllowed("READ")
    @Operation(summary = "Check a template by Meta's rules while it is written; nothing is kept or submitted")
    public TemplateCheckView check(@NotNull @Valid CheckTemplate request) {
        return new TemplateCheckView(request.problems());
    }

    @POST
    @Path("/{id}/unpause")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Ask Meta to have a paused template sent again: a pause by pacing does not end by itself")
    public Uni<TemplateView> unpause(long id) {
        return editing.unpause(id).map(TemplateView::of);
    }

    @GET
    @Path("/{id}/versions")
    @RolesAllowed("READ")
    @Operation(summary = "What a template says now and said before, newest first")
    public Uni<List<TemplateVersionView>> versions(long id) {
        return templates.versions(id);
    }

    @POST
    @Path("/sync")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Read the templates of a sender's account from Meta")
    public Uni<TemplateSyncView> sync(@Valid SyncTemplates request) {
        return sync.sync(request.senderId());
    }

    @POST
    @Path("/import")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Take over the templates of a provider that does not list them")
    public Uni<TemplateSyncView> importAll(@NotNull @Valid ImportTemplates request) {
        return imports.run(request);
    }

    @GET
    @RolesAllowed("READ")
    @Operation(summary = "List the templates, newest first")
    public Uni<Page<TemplateView>> list(@BeanParam TemplateFilter filter, @BeanParam PageRequest page) {
        int limit = page.limit();
        return templates
                .find(filter, page.beforeId(), limit + 1)
                .map(found -> Page.of(found.stream().map(TemplateView::of).toList(), limit, TemplateView::id));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("READ")
    @Operation(summary = "Show one template")
    public Uni<TemplateView> get(long id) {
        return templates.get(id).map(TemplateView::of);
    }

    @POST
    @Path("/{id}/preview")
    @RolesAllowed("READ")
    @Operation(summary = "Fill the variables in, as a recipient would see it")
    public Uni<PreviewView> preview(long id, @Valid PreviewTemplate request) {
        return preview.preview(id, request);
    }
}
