package io.tiercast.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class OutsideMediaTest {

    private static final Account ACCOUNT = OutsideShop.account("TIER_10K");

    private final Media media = new Media(ACCOUNT);

    @Test
    void aMessageMayShowWhatWasUploaded() {
        String id = upload("image/png", "whatsapp").body().getString("id");

        assertNull(media.complaint(message("image", id)));
        assertEquals(1, media.uploads());
    }

    @Test
    void anotherIdOrAnotherKindIsRefused() {
        String id = upload("image/png", "whatsapp").body().getString("id");

        assertEquals(100, media.complaint(message("video", id)).code());
        assertEquals(100, media.complaint(message("image", "1602186516975000")).code());
        JsonObject card = new JsonObject().put("components", components("image", "1"));
        JsonArray carousel =
                new JsonArray().add(new JsonObject().put("type", "carousel").put("cards", new JsonArray().add(card)));
        assertEquals(100, media.complaint(message(carousel)).code());
    }

    @Test
    void whatMetaDoesNotTakeIsRefused() {
        assertEquals(400, upload("image/webp", "whatsapp").status());
        assertEquals(400, upload("image/png", "facebook").status());
    }

    private GraphResponse upload(String type, String product) {
        String body = """
                --b\r
                Content-Disposition: form-data; name="messaging_product"\r
                \r
                %s\r
                --b\r
                Content-Disposition: form-data; name="file"; filename="a.png"\r
                Content-Type: %s\r
                \r
                content\r
                --b--\r
                """.formatted(product, type);
        return media.take(ACCOUNT.phoneNumberId(), "multipart/form-data; boundary=b", Buffer.buffer(body));
    }

    private static JsonObject message(String kind, String id) {
        return message(components(kind, id));
    }

    private static JsonObject message(JsonArray components) {
        return new JsonObject().put("template", new JsonObject().put("components", components));
    }

    private static JsonArray components(String kind, String id) {
        JsonObject parameter = new JsonObject().put("type", kind).put(kind, new JsonObject().put("id", id));
        return new JsonArray()
                .add(new JsonObject().put("type", "header").put("parameters", new JsonArray().add(parameter)));
    }
}
