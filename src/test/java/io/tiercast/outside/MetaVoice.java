package io.tiercast.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Meta's own words; also those of somebody who has them from Meta, with another address, another header for the credentials, and
 * another one for the signature.
 *
 * @param base what stands before the ids, as a regular expression
 */
public record MetaVoice(
        String base, String header, String credentials, String signatureHeader, String signaturePrefix, String secret)
        implements Voice {

    public static MetaVoice meta(Account account) {
        return new MetaVoice(
                "/v[0-9]+\\.0",
                "Authorization",
                "Bearer " + account.accessToken(),
                "X-Hub-Signature-256",
                "sha256=",
                account.appSecret());
    }

    @Override
    public String[] path(HttpServerRequest request) {
        String path = request.path().replaceFirst("^" + base + "/", "/v/");
        return path.startsWith("/v/") ? path.split("/") : new String[0];
    }

    @Override
    public boolean admits(HttpServerRequest request) {
        return credentials.equals(request.getHeader(header));
    }

    @Override
    public JsonObject message(JsonObject request) {
        return request;
    }

    @Override
    public GraphResponse answer(GraphResponse metas) {
        return metas;
    }

    @Override
    public HttpRequest.Builder report(URI webhook, JsonObject metas) {
        String body = metas.encode();
        return HttpRequest.newBuilder(webhook)
                .header("Content-Type", "application/json")
                .header(signatureHeader, signaturePrefix + signature(body))
                .POST(BodyPublishers.ofString(body));
    }

    private String signature(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
