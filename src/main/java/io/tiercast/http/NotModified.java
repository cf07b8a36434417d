package io.tiercast.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Spares a reader the body that it already has. */
class NotModified {

    @ServerResponseFilter
    public void answer(ContainerRequestContext request, ContainerResponseContext response) {
        String known = request.getHeaderString("If-None-Match");
        if (known != null && isRead(request, response) && Etag.known(known, response.getEntityTag())) {
            response.setStatus(304);
            response.setEntity(null);
        }
    }

    private static boolean isRead(ContainerRequestContext request, ContainerResponseContext response) {
        return request.getMethod().equals("GET") && response.getStatus() == 200 && response.getEntityTag() != null;
    }
}
