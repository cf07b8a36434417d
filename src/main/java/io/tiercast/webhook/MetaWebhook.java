package io.tiercast.webhook;

import io.smallrye.mutiny.Uni;
import io.tiercast.meta.MalformedPayload;
import io.tiercast.meta.MetaConfig;
import io.tiercast.meta.Signature;
import io.tiercast.meta.WebhookPayload;
import io.tiercast.sender.Senders;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Where Meta calls us. Lies outside the REST path and reads the bytes as they come: the signature is over them. The answer is
 * 200 only once everything that the call carries is stored; anything else makes Meta call again.
 */
@ApplicationScoped
class MetaWebhook {

    private static final Logger LOG = Logger.getLogger(MetaWebhook.class);

    /** Meta sends up to 3 MB. */
    private static final int LARGEST_BODY = 4 * 1024 * 1024;

    private final List<String> secrets;
    private final String verifyToken;
    private final Senders senders;
    private final EventIntake intake;

    MetaWebhook(MetaConfig config, Senders senders, EventIntake intake) {
        this.secrets = config.appSecret();
        this.verifyToken = config.verifyToken();
        this.senders = senders;
        this.intake = intake;
    }

    /** Before Quarkus' own body handler, which would parse a form and fail on a large body with an error page. */
    void route(@Observes Router router) {
        for (String path : List.of("/webhooks/meta", "/webhooks/meta/:senderKey")) {
            router.route(HttpMethod.GET, path).order(Integer.MIN_VALUE).handler(this::handshake);
            router.route(HttpMethod.POST, path).order(Integer.MIN_VALUE).handler(this::receive);
        }
    }

    private void handshake(RoutingContext call) {
        String token = call.request().getParam("hub.verify_token", "");
        String challenge = call.request().getParam("hub.challenge");
        boolean ours = "subscribe".equals(call.request().getParam("hub.mode")) && same(token, verifyToken);
        if (ours && challenge != null) {
            call.response().putHeader("Content-Type", "text/plain").end(challenge);
        } else {
            answer(call, 403);
        }
    }

    private void receive(RoutingContext call) {
        Buffer body = Buffer.buffer();
        call.request()
                .handler(part -> {
                    if (body.length() <= LARGEST_BODY) {
                        body.appendBuffer(part);
                    }
                })
                .exceptionHandler(failure -> LOG.debugf("A webhook call broke off: %s", failure.getMessage()))
                .endHandler(ignored -> received(call, body));
    }

    private void received(RoutingContext call, Buffer body) {
        if (body.length() > LARGEST_BODY) {
            answer(call, 413);
            return;
        }
        take(call, body.getBytes())
                .subscribe()
                .with(status -> answer(call, status), failure -> answer(call, refusal(failure)));
    }

    private Uni<Integer> take(RoutingContext call, byte[] body) {
        String header = call.request().getHeader(Signature.HEADER);
        return secrets(call.pathParam("senderKey"))
                .chain(known -> Signature.matches(body, header, known)
                        ? intake.store(WebhookPayload.parse(body)).replaceWith(200)
                        : Uni.createFrom().item(401));
    }

    private Uni<List<String>> secrets(String senderKey) {
        return senderKey == null
                ? Uni.createFrom().item(secrets)
                : senders.byKey(senderKey)
                        .map(sender -> sender.map(own -> own.secretsOr(secrets)).orElse(List.of()));
    }

    private static int refusal(Throwable failure) {
        if (failure instanceof MalformedPayload) {
            return 400;
        }
        // Not lost: Meta calls again, for days.
        LOG.warnf("A webhook call could not be stored and will come again: %s", failure.getMessage());
        return 503;
    }

    private static void answer(RoutingContext call, int status) {
        if (!call.response().ended() && !call.response().closed()) {
            call.response().setStatusCode(status).end();
        }
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
