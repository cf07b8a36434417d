package io.tiercast.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tiercast.problem.Problems;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What makes two requests the same one.
 *
 * @param requestHash of the query and the body; of a body that streams only its length and type count
 */
record IdempotencyKey(String caller, String path, String key, String requestHash) {

    private static final int MAX_LENGTH = 255;

    static IdempotencyKey of(String caller, String key, ContainerRequestContext request) {
        if (key.isBlank() || key.length() > MAX_LENGTH) {
            throw Problems.malformed(Idempotency.HEADER, "must have 1 to 255 characters");
        }
        URI uri = request.getUriInfo().getRequestUri();
        return new IdempotencyKey(caller, uri.getRawPath(), key, hash(uri.getRawQuery(), request));
    }

    private static String hash(String query, ContainerRequestContext request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((query + '\n' + type(request) + '\n').getBytes(UTF_8));
            digest.update(HeldBody.of(request));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String type(ContainerRequestContext request) {
        return request.getMediaType() + " " + request.getHeaderString("Content-Length");
    }
}
