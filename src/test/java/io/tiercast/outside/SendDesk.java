package io.tiercast.outside;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Takes messages in: checks them, keeps to the number's throughput, writes them in the ledger, orders their statuses. */
final class SendDesk {

    private final OutsideSettings settings;
    private final Account account;
    private final Media media;
    private final Voice voice;
    private final Ledger ledger;
    private final Courier courier;
    private final MessageCheck check;
    private final SlidingSecond throughput;
    private final Set<String> shaken = ConcurrentHashMap.newKeySet();
    private final AtomicLong serial = new AtomicLong();

    SendDesk(OutsideSettings settings, Account account, Voice voice, Media media, Ledger ledger, Courier courier) {
        this.settings = settings;
        this.account = account;
        this.voice = voice;
        this.media = media;
        this.ledger = ledger;
        this.courier = courier;
        this.check = new MessageCheck(account);
        this.throughput = new SlidingSecond(settings.throughputPerSecond());
    }

    /** @param edge {@code messages}, or {@code marketing_messages} for what may only be marketing */
    GraphResponse take(String phoneNumberId, String edge, String contentType, Buffer body) {
        if (!phoneNumberId.equals(account.phoneNumberId())) {
            return GraphResponse.refusal(100, "Unsupported post request. Object with ID does not exist");
        }
        if (!throughput.admits()) {
            ledger.throttled();
            return GraphResponse.refusal(130429, "Cloud API message throughput has been reached.");
        }
        if (contentType == null || !contentType.startsWith("application/json")) {
            return refused(100, "The content type must be application/json");
        }
        try {
            return take(edge, voice.message(body.toJsonObject()));
        } catch (DecodeException | ClassCastException e) {
            return refused(100, "The body is not the JSON of a message: " + e.getMessage());
        }
    }

    private GraphResponse take(String edge, JsonObject message) {
        MessageCheck.Complaint form = check.complaint(edge, message);
        MessageCheck.Complaint complaint = form != null ? form : media.complaint(message);
        if (complaint != null && complaint.code() == MessageCheck.UNAVAILABLE) {
            ledger.throttled();
            return GraphResponse.refusal(complaint.code(), complaint.details());
        }
        if (complaint != null) {
            return refused(complaint.code(), complaint.details());
        }
        String to = message.getString("to");
        Fate fate = Fate.of(settings, to);
        if (fate.shaken() && shaken.add(to)) {
            ledger.shaken(to);
            return GraphResponse.refusal(131000, "Something went wrong.");
        }
        if (fate.refusal() != null) {
            ledger.refusedForGood(to, fate.refusal());
            return GraphResponse.refusal(fate.refusal(), "Refused by fate.");
        }
        return accepted(message, to, fate);
    }

    private GraphResponse accepted(JsonObject message, String to, Fate fate) {
        String wamid = "wamid."
                + Base64.getEncoder()
                        .withoutPadding()
                        .encodeToString(("outside-" + serial.incrementAndGet()).getBytes());
        String callback = message.getString("biz_opaque_callback_data");
        ledger.accepted(to, callback == null ? wamid : callback);
        courier.order(to, wamid, callback, fate);
        JsonObject contact = new JsonObject().put("input", to).put("wa_id", to.substring(1));
        return GraphResponse.ok(new JsonObject()
                .put("messaging_product", "whatsapp")
                .put("contacts", new JsonArray().add(contact))
                .put(
                        "messages",
                        new JsonArray().add(new JsonObject().put("id", wamid).put("message_status", "accepted"))));
    }

    /** A fault of the sender's: in the tests of a right sender there must be none. */
    private GraphResponse refused(int code, String details) {
        ledger.faulty(code + ": " + details);
        return GraphResponse.refusal(code, details);
    }
}
