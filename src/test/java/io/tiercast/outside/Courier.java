package io.tiercast.outside;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Brings the statuses to the webhook: each of them twice, in no order, several to a post, several posts at a time, until 200. */
final class Courier {

    /** A report with the moment before which it is not made. */
    private record Due(long at, JsonObject status, JsonObject contact) {}

    private static final int COURIERS = 4;
    private static final Duration ROUND = Duration.ofMillis(10);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final OutsideSettings settings;
    private final Account account;
    private final Voice voice;
    private final Window window;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ScheduledExecutorService couriers = Executors.newScheduledThreadPool(COURIERS);
    private final Random random;
    private final Queue<Due> pool = new PriorityQueue<>(Comparator.comparingLong(Due::at));
    private final AtomicInteger outstanding = new AtomicInteger();
    private volatile URI webhook;

    Courier(OutsideSettings settings, Account account, Voice voice, Window window) {
        this.settings = settings;
        this.account = account;
        this.voice = voice;
        this.window = window;
        this.random = new Random(settings.seed());
        for (int i = 0; i < COURIERS; i++) {
            couriers.scheduleWithFixedDelay(this::round, i, ROUND.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void subscribe(URI address, String verifyToken) {
        String challenge = Integer.toString(random.nextInt(1_000_000_000));
        URI handshake = URI.create(
                address + "?hub.mode=subscribe&hub.challenge=" + challenge + "&hub.verify_token=" + verifyToken);
        HttpResponse<String> answer = send(HttpRequest.newBuilder(handshake).GET());
        if (answer.statusCode() != 200 || !answer.body().equals(challenge)) {
            throw new IllegalStateException("The handshake failed: " + answer.statusCode() + " " + answer.body());
        }
        webhook = address;
    }

    /** Without a handshake. */
    void subscribe(URI address) {
        webhook = address;
    }

    int outstanding() {
        return outstanding.get();
    }

    synchronized void order(String to, String wamid, String callback, Fate fate) {
        long now = Instant.now().getEpochSecond();
        boolean priced = false;
        for (String name : fate.statuses()) {
            JsonObject status = status(to, wamid, callback, name, now++);
            if (name.equals("failed")) {
                status.put("errors", new JsonArray().add(error(fate.failure())));
            } else if (name.equals("sent") || !priced) {
                priced = !name.equals("sent");
                status.put("pricing", pricing());
            }
            order(status, contact(to, name));
            order(status, contact(to, name));
        }
    }

    /** News of something else than messages: brought once, and again until it is taken. */
    void tell(String field, JsonObject value) {
        outstanding.incrementAndGet();
        couriers.execute(() -> tellNow(payload(field, value)));
    }

    private void tellNow(JsonObject payload) {
        if (webhook != null && brought(payload)) {
            outstanding.decrementAndGet();
        } else {
            couriers.schedule(() -> tellNow(payload), RETRY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** A person writes to the business; returns once it was told. */
    void reply(String from, String text) {
        JsonObject message = new JsonObject()
                .put("from", from.substring(1))
                .put("id", "wamid.IN" + from.substring(1))
                .put("timestamp", Long.toString(Instant.now().getEpochSecond()))
                .put("type", "text")
                .put("text", new JsonObject().put("body", text));
        JsonObject value =
                value(new JsonArray().add(contact(from, "read"))).put("messages", new JsonArray().add(message));
        if (!brought(payload("messages", value))) {
            throw new IllegalStateException("The reply was not taken");
        }
    }

    void close() {
        couriers.shutdownNow();
    }

    private void order(JsonObject status, JsonObject contact) {
        outstanding.incrementAndGet();
        pool.add(new Due(
                System.nanoTime() + random.nextLong(settings.statusDelay().toNanos() + 1), status, contact));
    }

    private void round() {
        List<Due> load = webhook == null ? List.of() : load();
        while (!load.isEmpty() && brought(load)) {
            outstanding.addAndGet(-load.size());
            load = load();
        }
        again(load);
    }

    /** The earliest first: after an outage those wait longest whose reports came last. */
    private synchronized List<Due> load() {
        long now = System.nanoTime();
        int size = 1 + random.nextInt(settings.statusesPerPost());
        List<Due> load = new ArrayList<>();
        while (load.size() < size && !pool.isEmpty() && pool.peek().at <= now) {
            load.add(pool.remove());
        }
        Collections.shuffle(load, random);
        return load;
    }

    private synchronized void again(List<Due> load) {
        long later = System.nanoTime() + RETRY.toNanos();
        load.forEach(due -> pool.add(new Due(later, due.status, due.contact)));
    }

    /** Whoever reports a failure counts it no more: the receiver may give the place away before it has answered. */
    private boolean brought(List<Due> load) {
        load.stream()
                .filter(due -> due.status.getString("status").equals("failed"))
                .forEach(due -> window.left("+" + due.status.getString("recipient_id")));
        return brought(payload(load));
    }

    private boolean brought(JsonObject payload) {
        try {
            return send(voice.report(webhook, payload)).statusCode() == 200;
        } catch (IllegalStateException notReached) {
            return false;
        }
    }

    private JsonObject payload(List<Due> load) {
        JsonArray statuses = new JsonArray();
        JsonArray contacts = new JsonArray();
        for (Due due : load) {
            statuses.add(due.status);
            if (due.contact != null) {
                contacts.add(due.contact);
            }
        }
        return payload("messages", value(contacts).put("statuses", statuses));
    }

    private JsonObject value(JsonArray contacts) {
        JsonObject metadata = new JsonObject()
                .put("display_phone_number", account.displayPhoneNumber())
                .put("phone_number_id", account.phoneNumberId());
        return new JsonObject()
                .put("messaging_product", "whatsapp")
                .put("metadata", metadata)
                .put("contacts", contacts);
    }

    private JsonObject payload(String field, JsonObject value) {
        JsonObject change = new JsonObject().put("field", field).put("value", value);
        JsonObject entry = new JsonObject().put("id", account.wabaId()).put("changes", new JsonArray().add(change));
        return new JsonObject().put("object", "whatsapp_business_account").put("entry", new JsonArray().add(entry));
    }

    private static JsonObject status(String to, String wamid, String callback, String name, long at) {
        JsonObject status = new JsonObject()
                .put("id", wamid)
                .put("status", name)
                .put("timestamp", Long.toString(at))
                .put("recipient_id", to.substring(1));
        return callback == null ? status : status.put("biz_opaque_callback_data", callback);
    }

    private static JsonObject pricing() {
        return new JsonObject()
                .put("billable", true)
                .put("pricing_model", "PMP")
                .put("type", "regular")
                .put("category", "marketing");
    }

    private static JsonObject error(int code) {
        return new JsonObject()
                .put("code", code)
                .put("title", "Message undeliverable")
                .put("message", "Message undeliverable")
                .put("error_data", new JsonObject().put("details", "Message Undeliverable."))
                .put("href", "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/");
    }

    /** Comes beside good statuses only. */
    private static JsonObject contact(String to, String status) {
        return status.equals("failed")
                ? null
                : new JsonObject()
                        .put("profile", new JsonObject().put("name", "Somebody"))
                        .put("wa_id", to.substring(1))
                        .put("user_id", "IN." + to.substring(1));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(DEADLINE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
