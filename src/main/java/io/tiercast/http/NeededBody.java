package io.tiercast.http;

import io.tiercast.problem.Problems;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Refuses a missing body, and the JSON value null in its place, unless the method says {@link OptionalBody}. */
@Provider
class NeededBody implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        if (body == null && Stream.of(context.getAnnotations()).noneMatch(OptionalBody.class::isInstance)) {
            throw Problems.of(
                    400, "malformed-request", "The request is not well-formed", "A body is needed", List.of());
        }
        return body;
    }
}
