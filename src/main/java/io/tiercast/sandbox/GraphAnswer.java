package io.tiercast.sandbox;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Answers as the Graph API does, after the time it takes. */
@ApplicationScoped
class GraphAnswer {

    private static final Logger LOG = Logger.getLogger(GraphAnswer.class);

    private final Setup setup;
    private final Vertx vertx;

    GraphAnswer(Setup setup, Vertx vertx) {
        this.setup = setup;
        this.vertx = vertx;
    }

    void accepted(RoutingContext context, AcceptedMessage message) {
        if (message.outcome().answerLost()) {
            context.request().connection().close();
        } else {
            later(() -> json(context, 200, receipt(message)));
        }
    }

    void refused(RoutingContext context, Throwable failure) {
        Refusal refusal = failure instanceof Refusal known ? known : broken(failure);
        later(() -> json(context, refusal.status(), refusal.toJson()));
    }

    void json(RoutingContext context, int status, JsonObject body) {
        if (!context.response().ended() && !context.response().closed()) {
            context.response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", "application/json; charset=UTF-8")
                    .end(body.toBuffer());
        }
    }

    void notHere(RoutingContext context) {
        json(context, 404, Refusal.noSuchObject(context.normalizedPath()).toJson());
    }

    private void later(Runnable answer) {
        int latency = setup.knobs().latencyMillis();
        if (latency == 0) {
            answer.run();
        } else {
            vertx.setTimer(latency, timer -> answer.run());
        }
    }

    private static Refusal broken(Throwable failure) {
        LOG.warn("The sandbox could not take a message", failure);
        return Refusal.of(131000, "The sandbox could not keep the message");
    }

    private static JsonObject receipt(AcceptedMessage message) {
        return new JsonObject()
                .put("messaging_product", "whatsapp")
                .put(
                        "contacts",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("input", message.request().to())
                                        .put(
                                                "wa_id",
                                                Long.toString(message.request().recipient()))))
                .put(
                        "messages",
                        new JsonArray()
                                .add(new JsonObject().put("id", message.wamid()).put("message_status", "accepted")));
    }
}
