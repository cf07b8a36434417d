package io.tiercast.webhook;

import io.smallrye.mutiny.Uni;
import io.tiercast.provider.GenericHttp;
import io.tiercast.sender.Senders;
import io.tiercast.sender.SendingNumber;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Where providers call whose calls are described by configuration. */
@ApplicationScoped
class ProviderWebhook {

    private final Senders senders;
    private final ProviderIntake intake;

    ProviderWebhook(Senders senders, ProviderIntake intake) {
        this.senders = senders;
        this.intake = intake;
    }

    /** Before Quarkus' own body handler, which would parse a form and fail on a large body with an error page. */
    void route(@Observes Router router) {
        router.route(HttpMethod.POST, "/webhooks/provider/:senderKey")
                .order(Integer.MIN_VALUE)
                .handler(call -> WebhookCall.receive(call, body -> take(call, body)));
    }

    private Uni<Integer> take(RoutingContext call, byte[] body) {
        return senders.byKey(call.pathParam("senderKey"))
                .chain(sender -> sender.isPresent() && sender.get().provider() instanceof GenericHttp provider
                        ? take(call, body, sender.get(), provider)
                        : Uni.createFrom().item(401));
    }

    private Uni<Integer> take(RoutingContext call, byte[] body, SendingNumber sender, GenericHttp provider) {
        boolean proven = sender.proven(body, call.request()::getHeader, call.request()::getParam, List.of());
        String contentType = call.request().getHeader("Content-Type");
        return proven
                ? intake.store(sender, provider.heard(sender.phoneNumberId(), contentType, body))
                        .replaceWith(200)
                : Uni.createFrom().item(401);
    }
}
