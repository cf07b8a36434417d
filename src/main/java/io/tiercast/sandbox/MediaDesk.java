package io.tiercast.sandbox;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** The files that were uploaded for the sandbox's numbers. Of their content only what can be told is kept. */
@ApplicationScoped
class MediaDesk {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final long MEGABYTE = 1024 * 1024;
    private static final Map<String, Long> LONGEST = Map.of(
            "image/jpeg", 5 * MEGABYTE,
            "image/png", 5 * MEGABYTE,
            "video/mp4", 16 * MEGABYTE,
            "video/3gpp", 16 * MEGABYTE,
            "application/pdf", 100 * MEGABYTE);

    private static final String SAVE = """
            insert into sandbox_media (id, phone_number_id, content_type, size, sha256, at_ms) values ($1, $2, $3, $4, $5, $6)
            """;

    /** @param atMillis when it was uploaded */
    record Kept(String id, String phoneNumberId, String contentType, long size, String sha256, long atMillis) {}

    private final Sql sql;
    private final Clock clock;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    MediaDesk(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Uni<Void> load() {
        return sql.rows(
                        "select id, phone_number_id, content_type, size, sha256, at_ms from sandbox_media",
                        row -> new Kept(
                                row.getString("id"),
                                row.getString("phone_number_id"),
                                row.getString("content_type"),
                                row.getLong("size"),
                                row.getString("sha256"),
                                row.getLong("at_ms")))
                .invoke(all -> all.forEach(one -> kept.put(one.id(), one)))
                .replaceWithVoid();
    }

    /** The new id, or a {@link Refusal} as failure. */
    Uni<JsonObject> take(String phoneNumberId, UploadedFile file) {
        if (!"whatsapp".equals(file.messagingProduct())) {
            throw Refusal.of(100, "messaging_product must be whatsapp");
        }
        Long longest = file.contentType() == null ? null : LONGEST.get(file.contentType());
        if (longest == null || file.size() == 0 || file.size() > longest) {
            throw Refusal.of(131053, "The file is of a type or a size that is not supported: " + file.contentType());
        }
        String id = Long.toString(ThreadLocalRandom.current().nextLong(1_000_000_000_000_000L, 2_000_000_000_000_000L));
        Kept one = new Kept(id, phoneNumberId, file.contentType(), file.size(), file.sha256(), clock.millis());
        return sql.run(SAVE, id, phoneNumberId, one.contentType(), one.size(), one.sha256(), one.atMillis())
                .invoke(() -> kept.put(id, one))
                .map(done -> new JsonObject().put("id", id));
    }

    Optional<JsonObject> describe(String id) {
        return Optional.ofNullable(kept.get(id))
                .map(one -> new JsonObject()
                        .put("messaging_product", "whatsapp")
                        .put("url", "https://lookaside.example.com/whatsapp/" + id)
                        .put("mime_type", one.contentType())
                        .put("sha256", one.sha256())
                        .put("file_size", one.size())
                        .put("id", id));
    }

    Uni<JsonObject> delete(String id) {
        if (kept.remove(id) == null) {
            throw Refusal.noSuchObject(id);
        }
        return sql.run("delete from sandbox_media where id = $1", id)
                .map(done -> new JsonObject().put("success", true));
    }

    /** @throws Refusal if the message shows a file by an id that this number has none of, or had too long ago */
    void check(String phoneNumberId, JsonObject message) {
        JsonArray components = message.getJsonObject("template").getJsonArray("components", new JsonArray());
        checkParts(phoneNumberId, components);
    }

    private void checkParts(String phoneNumberId, JsonArray components) {
        Layout.objects(components).forEach(component -> {
            Layout.objects(component.getJsonArray("cards", new JsonArray()))
                    .forEach(card -> checkParts(phoneNumberId, card.getJsonArray("components", new JsonArray())));
            if ("header".equals(component.getString("type"))) {
                Layout.objects(component.getJsonArray("parameters", new JsonArray()))
                        .forEach(parameter -> checkId(phoneNumberId, parameter));
            }
        });
    }

    private void checkId(String phoneNumberId, JsonObject parameter) {
        String type = parameter.getString("type");
        if (!(parameter.getValue(type) instanceof JsonObject media) || !media.containsKey("id")) {
            return;
        }
        Kept one = kept.get(media.getString("id"));
        boolean good = one != null
                && one.phoneNumberId().equals(phoneNumberId)
                && one.atMillis() > clock.millis() - KEPT.toMillis();
        if (!good) {
            throw Refusal.of(
                    100, "Param " + type + "['id'] is not a valid whatsapp business account media attachment ID");
        }
    }
}
