package io.tiercast.outside;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Takes templates in: checks their form at once, reviews them a moment later, and tells by webhook. Any good form is approved. */
final class TemplateDesk {

    private static final long REVIEW_MILLIS = 300;
    private static final Set<String> EDITABLE = Set.of("APPROVED", "REJECTED", "PAUSED");

    private final Account account;
    private final Ledger ledger;
    private final Courier courier;
    private final Vertx vertx;
    private final AtomicLong ids = new AtomicLong(880_000);

    TemplateDesk(Account account, Ledger ledger, Courier courier, Vertx vertx) {
        this.account = account;
        this.ledger = ledger;
        this.courier = courier;
        this.vertx = vertx;
    }

    GraphResponse create(Buffer body) {
        return checked(body, new JsonObject(), submitted -> {
            if (account.template(submitted.getString("name"), submitted.getString("language"))
                    .isPresent()) {
                return refused("There is already content in this language");
            }
            JsonObject template = submitted.copy().put("id", Long.toString(ids.incrementAndGet()));
            account.templates().add(pending(template));
            return GraphResponse.ok(new JsonObject()
                    .put("id", template.getString("id"))
                    .put("status", "PENDING")
                    .put("category", template.getString("category")));
        });
    }

    GraphResponse edit(String id, Buffer body) {
        Optional<JsonObject> known = byId(id);
        if (known.isEmpty() || !EDITABLE.contains(known.get().getString("status"))) {
            return refused("This template cannot be edited");
        }
        return checked(body, known.get(), changed -> {
            account.templates().set(account.templates().indexOf(known.get()), pending(changed));
            return GraphResponse.ok(new JsonObject().put("success", true));
        });
    }

    GraphResponse unpause(String id) {
        Optional<JsonObject> known =
                byId(id).filter(template -> template.getString("status").equals("PAUSED"));
        if (known.isEmpty()) {
            return refused("This template is not paused");
        }
        review(known.get());
        return GraphResponse.ok(new JsonObject().put("success", true));
    }

    GraphResponse delete(MultiMap query) {
        Optional<JsonObject> known = byId(query.get("hsm_id"))
                .filter(template -> template.getString("name").equals(query.get("name")));
        if (known.isEmpty()) {
            return refused("No such template");
        }
        account.templates().remove(known.get());
        return GraphResponse.ok(new JsonObject().put("success", true));
    }

    private interface Taking {
        GraphResponse take(JsonObject template);
    }

    private GraphResponse checked(Buffer body, JsonObject before, Taking taking) {
        try {
            JsonObject template = before.copy().mergeIn(body.toJsonObject());
            SubmissionCheck.check(template);
            return taking.take(template);
        } catch (DecodeException | IllegalArgumentException | ClassCastException | NullPointerException e) {
            return refused(e.toString());
        }
    }

    private GraphResponse refused(String why) {
        ledger.faulty("template: " + why);
        return GraphResponse.refusal(100, why);
    }

    private JsonObject pending(JsonObject template) {
        JsonObject pending = template.put("status", "PENDING")
                .put("rejected_reason", "NONE")
                .put("quality_score", new JsonObject().put("score", "UNKNOWN"));
        vertx.setTimer(REVIEW_MILLIS, ignored -> review(pending));
        return pending;
    }

    private void review(JsonObject template) {
        int place = account.templates().indexOf(template);
        if (place < 0) {
            return;
        }
        JsonObject approved = template.copy().put("status", "APPROVED");
        if (approved.getString("category").equals("AUTHENTICATION")) {
            approved.put("components", password());
        }
        account.templates().set(place, approved);
        courier.tell(
                "message_template_status_update",
                new JsonObject()
                        .put("event", "APPROVED")
                        .put("message_template_id", Long.parseLong(template.getString("id")))
                        .put("message_template_name", template.getString("name"))
                        .put("message_template_language", template.getString("language"))
                        .put("reason", "NONE"));
    }

    /** Meta writes the text of a one-time password itself, and lists its button as a link. */
    private static JsonArray password() {
        JsonObject link = new JsonObject()
                .put("type", "URL")
                .put("text", "Copy code")
                .put("url", "https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}")
                .put(
                        "example",
                        new JsonArray().add("https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp123456"));
        JsonObject body = new JsonObject()
                .put("type", "BODY")
                .put("text", "*{{1}}* is your verification code.")
                .put("example", new JsonObject().put("body_text", new JsonArray().add(new JsonArray().add("123456"))));
        return new JsonArray(
                List.of(body, new JsonObject().put("type", "BUTTONS").put("buttons", new JsonArray().add(link))));
    }

    private Optional<JsonObject> byId(String id) {
        return account.templates().stream()
                .filter(template -> template.getString("id").equals(id))
                .findFirst();
    }
}
