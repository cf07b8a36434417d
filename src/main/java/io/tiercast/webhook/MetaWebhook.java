package io.tiercast.webhook;

import io.smallrye.mutiny.Uni;
import io.tiercast.meta.MetaConfig;
import io.tiercast.meta.Signature;
import io.tiercast.meta.WebhookEvent;
import io.tiercast.meta.WebhookPayload;
import io.tiercast.provider.GenericHttp;
import io.tiercast.provider.Provider;
import io.tiercast.sender.Senders;
import io.tiercast.sender.SendingNumber;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/** Where Meta calls us, and providers that speak its language. Lies outside the REST path. */
@ApplicationScoped
class MetaWebhook {

    private final List<String> secrets;
    private final String verifyToken;
    private final Senders senders;
    private final EventIntake intake;
    private final ProviderIntake provided;

    MetaWebhook(MetaConfig config, Senders senders, EventIntake intake, ProviderIntake provided) {
        this.secrets = config.appSecret();
        this.verifyToken = config.verifyToken();
        this.senders = senders;
        this.intake = intake;
        this.provided = provided;
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
            WebhookCall.answer(call, 403);
        }
    }

    private void receive(RoutingContext call) {
        String senderKey = call.pathParam("senderKey");
        WebhookCall.receive(call, body -> senderKey == null ? take(call, body) : take(call, body, senderKey));
    }

    private Uni<Integer> take(RoutingContext call, byte[] body) {
        boolean proven = Signature.matches(body, call.request().getHeader(Signature.HEADER), secrets);
        return proven
                ? intake.store(WebhookPayload.parse(body)).replaceWith(200)
                : Uni.createFrom().item(401);
    }

    private Uni<Integer> take(RoutingContext call, byte[] body, String senderKey) {
        return senders.byKey(senderKey)
                .chain(sender -> sender.isPresent() && proven(call, body, sender.get())
                        ? store(sender.get(), WebhookPayload.parse(body)).replaceWith(200)
                        : Uni.createFrom().item(401));
    }

    private boolean proven(RoutingContext call, byte[] body, SendingNumber sender) {
        return !(sender.provider() instanceof GenericHttp)
                && sender.proven(body, call.request()::getHeader, call.request()::getParam, secrets);
    }

    /** Meta itself speaks of all its numbers wherever it calls; a provider speaks of the one. */
    private Uni<Void> store(SendingNumber sender, List<WebhookEvent> events) {
        return sender.provider().equals(Provider.META) ? intake.store(events) : provided.store(sender, events);
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
