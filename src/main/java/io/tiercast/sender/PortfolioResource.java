package io.tiercast.sender;

import io.smallrye.mutiny.Uni;
import io.tiercast.http.MergePatch;
import io.tiercast.paging.Page;
import io.tiercast.problem.Problems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/portfolios")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Senders")
public class PortfolioResource {

    private final Portfolios portfolios;

    public PortfolioResource(Portfolios portfolios) {
        this.portfolios = portfolios;
    }

    @GET
    @RolesAllowed("READ")
    @Operation(summary = "List the portfolios with what is left of their limits; all of them")
    public Uni<Page<PortfolioView>> list() {
        return portfolios.all().map(all -> new Page<>(all, null));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("READ")
    @Operation(summary = "Show one portfolio")
    public Uni<PortfolioView> get(String id) {
        return portfolios.byId(id).onItem().ifNull().failWith(() -> Problems.notFound("portfolio", id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed("ADMIN")
    @Operation(summary = "Change what is reserved and what is exempt; holds from the next claim on")
    public Uni<PortfolioView> patch(String id, @NotNull @Valid PatchPortfolio patch) {
        return portfolios.patch(id, patch).chain(() -> get(id));
    }
}
