package io.tiercast.outside;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads a template message as strictly as Meta may: what is missing, too much, or of another shape is a complaint. */
final class MessageCheck {

    record Complaint(int code, String details) {}

    private static final Set<String> FIELDS = Set.of(
            "messaging_product", "recipient_type", "to", "type", "template", "context", "biz_opaque_callback_data");
    private static final Set<String> TEMPLATE_FIELDS = Set.of("name", "language", "components");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[^}]+}}");
    private static final Pattern UNCLEAN = Pattern.compile("[\\n\\r\\t]| {5}");

    private final Account account;

    MessageCheck(Account account) {
        this.account = account;
    }

    /** The first thing that is wrong, or null. */
    Complaint complaint(JsonObject message) {
        Complaint envelope = envelope(message);
        return envelope != null ? envelope : template(message.getJsonObject("template"));
    }

    private static Complaint envelope(JsonObject message) {
        if (!FIELDS.containsAll(message.fieldNames())) {
            return new Complaint(100, "Unexpected key among " + message.fieldNames());
        }
        if (!"whatsapp".equals(message.getString("messaging_product"))
                || !"individual".equals(message.getString("recipient_type", "individual"))
                || !"template".equals(message.getString("type"))) {
            return new Complaint(100, "messaging_product, recipient_type or type");
        }
        if (message.getString("to") == null || !message.getString("to").matches("\\+[1-9][0-9]{6,14}")) {
            return new Complaint(131009, "to is not an international number with its plus sign");
        }
        if (message.getString("biz_opaque_callback_data", "").length() > 512) {
            return new Complaint(100, "biz_opaque_callback_data is too long");
        }
        return message.containsKey("template") ? null : new Complaint(131008, "template is missing");
    }

    private Complaint template(JsonObject sent) {
        if (!TEMPLATE_FIELDS.containsAll(sent.fieldNames())) {
            return new Complaint(100, "Unexpected key among " + sent.fieldNames());
        }
        String language = sent.getJsonObject("language", new JsonObject()).getString("code", "");
        JsonObject template =
                account.template(sent.getString("name", ""), language).orElse(null);
        if (template == null) {
            return new Complaint(132001, "Template name does not exist in " + language);
        }
        return switch (template.getString("status")) {
            case "APPROVED" -> components(template, sent.getJsonArray("components", new JsonArray()));
            case "PAUSED" -> new Complaint(132015, "Template is paused");
            default -> new Complaint(132001, "Template is not approved");
        };
    }

    private static Complaint components(JsonObject template, JsonArray sent) {
        Set<String> expected = new HashSet<>();
        for (JsonObject part : objects(template.getJsonArray("components"))) {
            Complaint complaint = part.getString("type").equals("BUTTONS")
                    ? buttons(part.getJsonArray("buttons"), sent, expected)
                    : texts(part.getString("type").toLowerCase(), null, part.getString("text"), sent, expected);
            if (complaint != null) {
                return complaint;
            }
        }
        long unexpected =
                objects(sent).stream().filter(c -> !expected.contains(key(c))).count();
        return unexpected == 0 ? null : new Complaint(132000, "Components that the template has no variables for");
    }

    private static Complaint buttons(JsonArray buttons, JsonArray sent, Set<String> expected) {
        return IntStream.range(0, buttons.size())
                .filter(i -> "URL".equals(buttons.getJsonObject(i).getString("type")))
                .mapToObj(i -> texts("button", i, buttons.getJsonObject(i).getString("url"), sent, expected))
                .filter(complaint -> complaint != null)
                .findFirst()
                .orElse(null);
    }

    /** As many text parameters as the approved text has placeholders, each of them clean. */
    private static Complaint texts(String type, Integer index, String approved, JsonArray sent, Set<String> expected) {
        int wanted = (int) PLACEHOLDER.matcher(approved).results().count();
        String key = type + (index == null ? "" : index);
        List<JsonObject> found =
                objects(sent).stream().filter(c -> key(c).equals(key)).toList();
        if (wanted == 0) {
            return null;
        }
        expected.add(key);
        JsonArray parameters =
                found.size() == 1 ? found.get(0).getJsonArray("parameters", new JsonArray()) : new JsonArray();
        if (parameters.size() != wanted) {
            return new Complaint(132000, key + ": " + parameters.size() + " parameters instead of " + wanted);
        }
        boolean link = index != null && !"url".equals(found.get(0).getString("sub_type"));
        return link ? new Complaint(132012, key + ": sub_type") : unclean(key, parameters);
    }

    private static Complaint unclean(String key, JsonArray parameters) {
        for (JsonObject parameter : objects(parameters)) {
            String text = parameter.getString("text", "");
            if (!"text".equals(parameter.getString("type")) || text.isBlank()) {
                return new Complaint(131008, key + ": a parameter without a text");
            }
            Matcher unclean = UNCLEAN.matcher(text);
            if (unclean.find() || text.length() > 1024) {
                return new Complaint(132018, key + ": line ends, tabs, too many spaces or too long");
            }
        }
        return null;
    }

    /** Meta shows the index both as a string and as a number. */
    private static String key(JsonObject component) {
        Object index = component.getValue("index");
        return component.getString("type", "") + (index == null ? "" : index);
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }
}
