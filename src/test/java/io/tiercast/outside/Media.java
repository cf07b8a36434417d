package io.tiercast.outside;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.tiercast.outside.MessageCheck.Complaint;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that were uploaded for the number: its messages may show these by their ids, and no others. */
final class Media {

    private static final int MEGABYTE = 1024 * 1024;
    private static final Map<String, Integer> LONGEST = Map.of(
            "image/jpeg", 5 * MEGABYTE,
            "image/png", 5 * MEGABYTE,
            "video/mp4", 16 * MEGABYTE,
            "video/3gpp", 16 * MEGABYTE,
            "application/pdf", 100 * MEGABYTE);
    private static final Map<String, String> SHOWN_AS =
            Map.of("image", "image/.*", "video", "video/.*", "document", "application/pdf");

    private static final Pattern BOUNDARY = Pattern.compile("multipart/form-data; *boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");
    private static final Pattern TYPE = Pattern.compile("(?i)content-type: *([^\\s;]+)");

    private record Part(String type, String content) {}

    private final Account account;
    private final Map<String, String> types = new ConcurrentHashMap<>();
    private final AtomicLong serial = new AtomicLong(1_900_000_000_000_000L);

    Media(Account account) {
        this.account = account;
    }

    /** How many uploads there were; a file needs no more than one. */
    int uploads() {
        return types.size();
    }

    GraphResponse take(String phoneNumberId, String contentType, Buffer body) {
        if (!phoneNumberId.equals(account.phoneNumberId())) {
            return GraphResponse.refusal(100, "Unsupported post request. Object with ID does not exist");
        }
        Map<String, Part> form = parts(contentType, body);
        Part file = form.get("file");
        if (file == null || !"whatsapp".equals(content(form, "messaging_product"))) {
            return GraphResponse.refusal(100, "file or messaging_product is missing");
        }
        Integer longest = LONGEST.get(file.type());
        if (longest == null || file.content().isEmpty() || file.content().length() > longest) {
            return GraphResponse.refusal(131053, "Unsupported type or size of a file: " + file.type());
        }
        String id = Long.toString(serial.incrementAndGet());
        types.put(id, file.type());
        return GraphResponse.ok(new JsonObject().put("id", id));
    }

    /** The first file that a message shows and this number does not have; null if there is none. */
    Complaint complaint(JsonObject message) {
        return complaint(message.getJsonObject("template").getJsonArray("components", new JsonArray()));
    }

    private Complaint complaint(JsonArray components) {
        for (JsonObject component : objects(components)) {
            Complaint found = "header".equals(component.getString("type"))
                    ? ofHeader(component.getJsonArray("parameters", new JsonArray()))
                    : ofCards(component.getJsonArray("cards", new JsonArray()));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private Complaint ofCards(JsonArray cards) {
        for (JsonObject card : objects(cards)) {
            Complaint found = complaint(card.getJsonArray("components", new JsonArray()));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private Complaint ofHeader(JsonArray parameters) {
        for (JsonObject parameter : objects(parameters)) {
            String kind = parameter.getString("type", "");
            String id = SHOWN_AS.containsKey(kind)
                    ? parameter.getJsonObject(kind, new JsonObject()).getString("id")
                    : null;
            if (id != null && !types.getOrDefault(id, "").matches(SHOWN_AS.get(kind))) {
                return new Complaint(100, kind + "['id'] is not a valid whatsapp business account media attachment ID");
            }
        }
        return null;
    }

    private static Map<String, Part> parts(String contentType, Buffer body) {
        Matcher boundary = BOUNDARY.matcher(contentType == null ? "" : contentType);
        Map<String, Part> parts = new HashMap<>();
        if (!boundary.matches()) {
            return parts;
        }
        for (String part : body.toString(ISO_8859_1).split(Pattern.quote("--" + boundary.group(1)))) {
            int end = part.indexOf("\r\n\r\n");
            Matcher name = NAME.matcher(end < 0 ? "" : part.substring(0, end));
            if (name.find()) {
                Matcher type = TYPE.matcher(part.substring(0, end));
                String content = part.substring(end + 4, part.length() - 2);
                parts.put(name.group(1), new Part(type.find() ? type.group(1) : "text/plain", content));
            }
        }
        return parts;
    }

    private static String content(Map<String, Part> form, String name) {
        return form.containsKey(name) ? form.get(name).content() : null;
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }
}
