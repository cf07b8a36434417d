package io.tiercast.template;

import io.smallrye.mutiny.Uni;
import io.tiercast.paging.Page;
import io.tiercast.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/templates")
@Tag(name = "Templates")
public class TemplateResource {

    private final Templates templates;
    private final TemplateSync sync;
    private final TemplatePreview preview;

    public TemplateResource(Templates templates, TemplateSync sync, TemplatePreview preview) {
        this.templates = templates;
        this.sync = sync;
        this.preview = preview;
    }

    @POST
    @Path("/sync")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Read the templates of a sender's account from Meta")
    public Uni<TemplateSyncView> sync(@Valid SyncTemplates request) {
        return sync.sync(request.senderId());
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
