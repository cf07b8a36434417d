package io.tiercast.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.tiercast.paging.PageRequest;
import io.tiercast.problem.Problems;
import io.tiercast.sql.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A resource that does a little of everything, so that the conventions can be tried without any feature. */
@Path("/v1/probe")
public class ProbeResource {

    public enum Colour {
        RED,
        GREEN
    }

    public record Inner(List<Long> ids) {}

    public record Probe(
            @NotBlank @Size(max = 20) String name,
            int number,
            Colour colour,
            Boolean yes,
            Instant at,
            Inner inner,
            List<@NotBlank String> tags,
            Map<String, Object> attributes) {}

    static final AtomicInteger CALLS = new AtomicInteger();
    static volatile CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);

    private final Sql sql;
    private final MergePatch mergePatch;

    ProbeResource(Sql sql, MergePatch mergePatch) {
        this.sql = sql;
        this.mergePatch = mergePatch;
    }

    @POST
    @RolesAllowed("ADMIN")
    @Operation(hidden = true)
    public Uni<Response> create(@Valid Probe probe) {
        int call = CALLS.incrementAndGet();
        return Uni.createFrom().completionStage(() -> gate).map(opened -> answer(probe, call));
    }

    private static Response answer(Probe probe, int call) {
        if ("fails".equals(probe.name())) {
            throw new IllegalStateException("secret inner words");
        }
        if ("clash".equals(probe.name())) {
            throw Problems.conflict("clash", "call " + call);
        }
        return Etag.created("/v1/probe/" + call, probe, call);
    }

    @POST
    @Path("act")
    @RolesAllowed("ADMIN")
    @Operation(hidden = true)
    public Uni<Integer> act() {
        return Uni.createFrom().item(CALLS.incrementAndGet());
    }

    @POST
    @Path("optional")
    @RolesAllowed("ADMIN")
    @Operation(hidden = true)
    public Uni<String> optional(@OptionalBody @Valid Probe probe) {
        return Uni.createFrom().item(probe == null ? "\"none\"" : "\"some\"");
    }

    @PATCH
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed("ADMIN")
    @Operation(hidden = true)
    public Uni<Response> patch(@HeaderParam("If-Match") String ifMatch, JsonNode patch) {
        Etag.check(ifMatch, 5);
        Probe current = new Probe(
                "old",
                1,
                Colour.RED,
                true,
                null,
                new Inner(List.of(1L)),
                List.of("a"),
                Map.of("city", "Pune", "age", 3));
        return Uni.createFrom().item(Etag.ok(mergePatch.apply(patch, current, Probe.class), 6));
    }

    @GET
    @Path("{id}")
    @RolesAllowed("READ")
    @Operation(hidden = true)
    public Uni<Response> get(long id) {
        return Uni.createFrom().item(Etag.ok(Map.of("id", id), id));
    }

    @GET
    @RolesAllowed("READ")
    @Operation(hidden = true)
    public Uni<List<Integer>> list(
            @BeanParam PageRequest page, @QueryParam("colour") Colour colour, @QueryParam("search") String search) {
        return Uni.createFrom().item(List.of(page.limit(), (int) page.afterId()));
    }

    /** Runs the statement that a test gives, to see what becomes of the database's refusal. */
    @POST
    @Path("sql")
    @RolesAllowed("ADMIN")
    @Operation(hidden = true)
    public Uni<Integer> sql(JsonNode statement) {
        return sql.run(statement.get("sql").asText());
    }

    /** Stores what a test gives as text. */
    @POST
    @Path("store")
    @RolesAllowed("ADMIN")
    @Operation(hidden = true)
    public Uni<String> store(JsonNode text) {
        return sql.first(
                "select $1::text as text", row -> "\"stored\"", text.get("text").asText());
    }
}
