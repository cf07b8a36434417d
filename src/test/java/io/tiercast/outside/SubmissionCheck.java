package io.tiercast.outside;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What Meta's documentation demands of a template that is submitted. Throws with what is wrong. */
final class SubmissionCheck {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^}]*)}}");
    private static final Set<String> FIELDS = Set.of(
            "name",
            "language",
            "category",
            "components",
            "parameter_format",
            "message_send_ttl_seconds",
            "id",
            "status",
            "quality_score",
            "rejected_reason");
    private static final Set<String> MEDIA = Set.of("IMAGE", "VIDEO", "DOCUMENT");

    private final boolean named;
    private final boolean password;
    private final boolean offer;

    private SubmissionCheck(JsonObject template) {
        this.named = "NAMED".equals(template.getString("parameter_format"));
        this.password = template.getString("category").equals("AUTHENTICATION");
        this.offer = types(template.getJsonArray("components")).contains("LIMITED_TIME_OFFER");
    }

    static void check(JsonObject template) {
        require(FIELDS.containsAll(template.fieldNames()), "unexpected key among " + template.fieldNames());
        require(template.getString("name").matches("[a-z0-9_]{1,512}"), "name");
        require(template.getString("language").matches("[a-z]{2,3}(_[A-Z]{2,4})?"), "language");
        require(Set.of("MARKETING", "UTILITY", "AUTHENTICATION").contains(template.getString("category")), "category");
        require(types(template.getJsonArray("components")).contains("BODY"), "no BODY");
        new SubmissionCheck(template).components(template.getJsonArray("components"), false);
    }

    private void components(JsonArray components, boolean card) {
        List<String> types = types(components);
        require(Set.copyOf(types).size() == types.size(), "a part is there twice: " + types);
        objects(components).forEach(part -> part(part, card));
    }

    private void part(JsonObject part, boolean card) {
        switch (part.getString("type")) {
            case "HEADER" -> header(part);
            case "BODY" -> body(part, card);
            case "FOOTER" -> footer(part);
            case "BUTTONS" -> buttons(part.getJsonArray("buttons"), card ? 2 : 10);
            case "LIMITED_TIME_OFFER" -> offer(part.getJsonObject("limited_time_offer"));
            case "CAROUSEL" -> carousel(part.getJsonArray("cards"));
            default -> throw new IllegalArgumentException("component " + part.getString("type"));
        }
    }

    private void header(JsonObject header) {
        String format = header.getString("format");
        if (format.equals("TEXT")) {
            String text = header.getString("text");
            require(!text.isBlank() && text.length() <= 60 && names(text).size() <= 1, "header text");
            examples(header, "header", text);
        } else if (MEDIA.contains(format)) {
            JsonArray handle = header.getJsonObject("example").getJsonArray("header_handle");
            require(handle.size() == 1 && !handle.getString(0).isBlank(), "header_handle");
        } else {
            require(Set.of("LOCATION", "PRODUCT").contains(format), "header format " + format);
        }
    }

    private void body(JsonObject body, boolean card) {
        if (password) {
            require(!body.containsKey("text"), "the text of a one-time password is Meta's");
            return;
        }
        String text = body.getString("text");
        require(!text.isBlank() && text.length() <= (card ? 160 : offer ? 600 : 1024), "length of the body");
        require(!text.strip().startsWith("{{") && !text.strip().endsWith("}}"), "a variable at the start or end");
        require(!text.contains("}}{{") && !text.contains("}} {{"), "variables without a word between them");
        examples(body, "body", text);
    }

    private void footer(JsonObject footer) {
        if (password) {
            int minutes = footer.getInteger("code_expiration_minutes");
            require(minutes >= 1 && minutes <= 90, "code_expiration_minutes");
            return;
        }
        require(!offer, "no footer beside an offer");
        String text = footer.getString("text");
        require(!text.isBlank() && text.length() <= 60 && names(text).isEmpty(), "footer");
    }

    private void examples(JsonObject part, String place, String text) {
        List<String> names = names(text);
        if (names.isEmpty()) {
            return;
        }
        JsonObject example = part.getJsonObject("example");
        if (named) {
            require(names.stream().allMatch(name -> name.matches("[a-z][a-z0-9_]*")), "names of variables " + names);
            List<String> given = objects(example.getJsonArray(place + "_text_named_params")).stream()
                    .map(one -> one.getString("param_name"))
                    .toList();
            require(Set.copyOf(given).equals(Set.copyOf(names)), "examples of " + given);
            return;
        }
        for (int i = 0; i < names.size(); i++) {
            require(names.get(i).equals(Integer.toString(i + 1)), "order of variables " + names);
        }
        JsonArray given = example.getJsonArray(place + "_text");
        JsonArray values = place.equals("body") ? given.getJsonArray(0) : given;
        require(
                values.size() == names.size()
                        && values.stream().noneMatch(v -> v.toString().isBlank()),
                "examples");
    }

    private void buttons(JsonArray buttons, int most) {
        require(!buttons.isEmpty() && buttons.size() <= most, "number of buttons");
        List<String> types = types(buttons);
        require(count(types, "URL") <= 2 && count(types, "PHONE_NUMBER") <= 1, "too many of one type");
        require(count(types, "COPY_CODE") <= 1, "two codes to copy");
        int first = types.indexOf("QUICK_REPLY");
        require(
                first < 0 || types.lastIndexOf("QUICK_REPLY") - first + 1 == count(types, "QUICK_REPLY"),
                "quick replies apart");
        require(!offer || types.get(types.size() - 1).equals("URL"), "an offer ends with its link");
        objects(buttons).forEach(this::button);
    }

    private void button(JsonObject button) {
        String type = button.getString("type");
        String label = button.getString("text", "");
        require(type.equals("COPY_CODE") || !label.isBlank() && label.length() <= 25, "label of " + type);
        switch (type) {
            case "URL" -> url(button);
            case "PHONE_NUMBER" -> require(button.getString("phone_number").length() <= 20, "phone_number");
            case "COPY_CODE" -> {
                Object example = button.getValue("example");
                String code = (example instanceof JsonArray list ? list.getString(0) : example.toString());
                require(!code.isBlank() && code.length() <= 20, "example of the code");
            }
            case "OTP" ->
                require(
                        password && Set.of("COPY_CODE", "ONE_TAP", "ZERO_TAP").contains(button.getString("otp_type")),
                        "otp_type");
            case "FLOW" -> require(button.getString("flow_id") != null, "flow_id");
            default ->
                require(
                        Set.of("QUICK_REPLY", "CATALOG", "MPM", "SPM", "VOICE_CALL")
                                .contains(type),
                        type);
        }
    }

    private static void url(JsonObject button) {
        String url = button.getString("url");
        require(url.length() <= 2000 && url.matches("https?://.+"), "url");
        if (!names(url).isEmpty()) {
            require(names(url).size() == 1 && url.endsWith("}}"), "a variable only at the end of a url");
            require(!button.getJsonArray("example").getString(0).isBlank(), "example of the url");
        }
    }

    private static void offer(JsonObject offer) {
        require(!offer.getString("text").isBlank() && offer.getString("text").length() <= 16, "text of the offer");
    }

    private void carousel(JsonArray cards) {
        require(cards.size() >= 2 && cards.size() <= 10, "number of cards");
        for (JsonObject card : objects(cards)) {
            components(card.getJsonArray("components"), true);
            require(shape(card).equals(shape(cards.getJsonObject(0))), "cards of different parts");
        }
    }

    private static List<String> shape(JsonObject card) {
        List<String> shape = new ArrayList<>();
        for (JsonObject part : objects(card.getJsonArray("components"))) {
            shape.add(part.getString("type") + part.getString("format", ""));
            shape.addAll(types(part.getJsonArray("buttons", new JsonArray())));
        }
        return shape;
    }

    private static List<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        PLACEHOLDER
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .forEach(names::add);
        return List.copyOf(names);
    }

    private static long count(List<String> types, String type) {
        return types.stream().filter(type::equals).count();
    }

    private static List<String> types(JsonArray parts) {
        return objects(parts).stream().map(part -> part.getString("type")).toList();
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }

    private static void require(boolean right, String what) {
        if (!right) {
            throw new IllegalArgumentException(what);
        }
    }
}
