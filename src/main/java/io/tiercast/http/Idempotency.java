package io.tiercast.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.tiercast.problem.Problems;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Whoever did not hear our answer may ask again: a POST with the same {@code Idempotency-Key} and body is done once and answered
 * alike for 24 hours. Our own faults (5xx) and throttling (429) are not kept, so that a retry gets its chance.
 */
class Idempotency {

    static final String HEADER = "Idempotency-Key";
    private static final String CLAIMED = "tiercast.idempotency-key";

    private final KeptAnswers answers;
    private final SecurityIdentity caller;
    private final ObjectMapper json;

    Idempotency(KeptAnswers answers, SecurityIdentity caller, ObjectMapper json) {
        this.answers = answers;
        this.caller = caller;
        this.json = json;
    }

    @ServerRequestFilter
    public Uni<Response> before(ContainerRequestContext request, ResourceInfo resource) {
        String header = request.getHeaderString(HEADER);
        if (header == null || !request.getMethod().equals("POST") || holdsSecret(resource)) {
            return Uni.createFrom().nullItem();
        }
        IdempotencyKey key = IdempotencyKey.of(caller.getPrincipal().getName(), header, request);
        return answers.claim(key).map(found -> decide(found, key, request));
    }

    /** Null lets the request go on. */
    private static Response decide(KeptAnswers.Found found, IdempotencyKey key, ContainerRequestContext request) {
        if (found.mine()) {
            request.setProperty(CLAIMED, key);
            return null;
        }
        if (found.requestHash() != null && !found.requestHash().equals(key.requestHash())) {
            throw Problems.invalid(HEADER, "was used for another request");
        }
        if (found.status() == null) {
            throw inProgress();
        }
        return again(found);
    }

    private static HttpProblem inProgress() {
        HttpProblem problem =
                Problems.conflict("in-progress", "The first request with this key is still being worked on");
        return HttpProblem.builder(problem).withHeader("Retry-After", 1).build();
    }

    private static Response again(KeptAnswers.Found found) {
        Response.ResponseBuilder answer = Response.status(found.status())
                .header(HttpHeaders.LOCATION, found.location())
                .header(HttpHeaders.ETAG, found.etag())
                .header("Idempotency-Replayed", true);
        MediaType type = found.status() < 400 ? MediaType.APPLICATION_JSON_TYPE : HttpProblem.MEDIA_TYPE;
        return found.body() == null
                ? answer.build()
                : answer.entity(found.body()).type(type).build();
    }

    @ServerResponseFilter
    public Uni<Void> after(ContainerRequestContext request, ContainerResponseContext response)
            throws JsonProcessingException {
        IdempotencyKey key = (IdempotencyKey) request.getProperty(CLAIMED);
        if (key == null) {
            return Uni.createFrom().voidItem();
        }
        int status = response.getStatus();
        return status >= 500 || status == 429
                ? answers.free(key)
                : answers.keep(
                        key,
                        status,
                        response.getHeaderString(HttpHeaders.LOCATION),
                        response.getHeaderString(HttpHeaders.ETAG),
                        body(response.getEntity()));
    }

    private String body(Object entity) throws JsonProcessingException {
        return entity == null || entity instanceof String ? (String) entity : json.writeValueAsString(entity);
    }

    private static boolean holdsSecret(ResourceInfo resource) {
        return resource.getResourceMethod().isAnnotationPresent(AnswerHoldsSecret.class);
    }
}
