package io.tiercast.sandbox;

import static io.tiercast.sandbox.Layout.objects;
import static io.tiercast.sandbox.SendRequest.required;

import io.tiercast.sandbox.Layout.Button;
import io.tiercast.sandbox.Layout.Part;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Holds what is sent against what was approved. */
final class TemplateCheck {

    private static final int MAX_OTP = 15;
    private static final int MAX_BODY = 1_024;
    private static final int MAX_CARD_BODY = 160;
    private static final Set<String> TYPES =
            Set.of("header", "body", "button", "limited_time_offer", "carousel", "tap_target_configuration");
    private static final Set<String> TYPES_OF_A_CARD = Set.of("header", "body", "button");

    private TemplateCheck() {}

    /** @throws Refusal as the Graph API would answer */
    static ApprovedTemplate check(JsonObject sent, Catalogue catalogue) {
        String name = required(sent.getString("name"), "template.name");
        JsonObject language = required(sent.getJsonObject("language"), "template.language");
        String code = required(language.getString("code"), "template.language.code");
        ApprovedTemplate template = catalogue.find(name, code).orElseThrow(() -> missing(name, code));
        checkSendable(template);
        List<JsonObject> components = components(sent);
        checkTypes(components, TYPES);
        checkLayout(template.layout(), template.named(), components, MAX_BODY);
        checkPassword(template, components);
        checkOffer(template.layout(), of(components, "limited_time_offer"));
        checkCards(template, of(components, "carousel"));
        checkTapTarget(template.layout(), of(components, "tap_target_configuration"));
        return template;
    }

    /** What pressing the first quick reply sends back: the payload given at sending, else its label. */
    static String buttonPayload(JsonObject sent, ApprovedTemplate template) {
        List<Button> buttons = template.layout().buttons();
        for (int i = 0; i < buttons.size(); i++) {
            if (buttons.get(i).isQuickReply()) {
                JsonObject component = ButtonCheck.at(components(sent), i);
                return component == null
                        ? buttons.get(i).label()
                        : parameters(component)
                                .get(0)
                                .getString("payload", buttons.get(i).label());
            }
        }
        return null;
    }

    private static void checkSendable(ApprovedTemplate template) {
        switch (template.status()) {
            case "APPROVED" -> {}
            case "PAUSED" -> throw Refusal.of(132015, "Template " + template.name() + " is paused for low quality");
            case "DISABLED" -> throw Refusal.of(132016, "Template " + template.name() + " is disabled");
            default -> throw missing(template.name(), template.language());
        }
    }

    private static Refusal missing(String name, String language) {
        return Refusal.of(132001, "template name (" + name + ") does not exist in " + language);
    }

    /** Each part once; of buttons, each index. */
    private static void checkTypes(List<JsonObject> components, Set<String> known) {
        Set<String> seen = new HashSet<>();
        for (JsonObject component : components) {
            String type = required(component.getString("type"), "component type");
            if (!known.contains(type)) {
                throw Refusal.of(100, "components: unexpected type " + type);
            }
            if (!seen.add(type.equals("button") ? "button " + ButtonCheck.index(component) : type)) {
                throw Refusal.of(132000, "components: more than one " + type);
            }
        }
    }

    private static void checkLayout(Layout layout, boolean named, List<JsonObject> components, int longestBody) {
        List<JsonObject> header = parameters(of(components, "header"));
        Part approved = layout.header();
        if (approved == null || approved.isText()) {
            Parameters.checkTexts("header", approved, named, header);
        } else {
            Parameters.checkMedia(approved.format().toLowerCase(Locale.ROOT), header);
        }
        List<JsonObject> body = parameters(of(components, "body"));
        Parameters.checkTexts("body", layout.body(), named, body);
        if (layout.body() != null) {
            Parameters.checkLength(layout.body(), body, longestBody);
        }
        ButtonCheck.check(layout.buttons(), components);
    }

    private static void checkPassword(ApprovedTemplate template, List<JsonObject> components) {
        if (!template.isAuthentication()) {
            return;
        }
        String code = Parameters.text(parameters(of(components, "body")).get(0));
        if (code.length() > MAX_OTP) {
            throw Refusal.of(131009, "body: a one-time password has at most " + MAX_OTP + " characters");
        }
        JsonObject button = ButtonCheck.at(components, 0);
        if (!code.equals(parameters(button).get(0).getString("text"))) {
            throw Refusal.of(131009, "button: the code is another one than in the body");
        }
    }

    private static void checkTapTarget(Layout layout, JsonObject sent) {
        if (sent == null) {
            return;
        }
        boolean link = layout.buttons().stream().anyMatch(Button::isLink);
        List<JsonObject> parameters = parameters(sent);
        JsonArray targets = parameters.size() == 1
                ? parameters.get(0).getJsonArray("tap_target_configuration", new JsonArray())
                : new JsonArray();
        if (!link || targets.size() != 1) {
            throw Refusal.of(100, "tap_target_configuration: one target, and a URL button in the template, are needed");
        }
        required(targets.getJsonObject(0).getString("title"), "tap target title");
        if (!required(targets.getJsonObject(0).getString("url"), "tap target url")
                .startsWith("https://")) {
            throw Refusal.of(131009, "tap_target_configuration: the url is not valid");
        }
    }

    private static void checkOffer(Layout layout, JsonObject sent) {
        List<JsonObject> parameters = parameters(sent);
        if (parameters.size() != (layout.countdown() ? 1 : 0)) {
            throw Refusal.of(132000, "limited_time_offer: number of parameters does not match");
        }
        if (layout.countdown()) {
            JsonObject offer = required(parameters.get(0).getJsonObject("limited_time_offer"), "limited_time_offer");
            if (!(offer.getValue("expiration_time_ms") instanceof Long)) {
                throw Refusal.of(131009, "limited_time_offer: expiration_time_ms is no number of milliseconds");
            }
        }
    }

    private static void checkCards(ApprovedTemplate template, JsonObject carousel) {
        List<Layout> approved = template.layout().cards();
        List<JsonObject> cards = carousel == null ? List.of() : objects(carousel.getJsonArray("cards"));
        if (cards.size() != approved.size()) {
            throw Refusal.of(132000, "carousel: expected " + approved.size() + " cards, received " + cards.size());
        }
        for (int i = 0; i < cards.size(); i++) {
            if (!Integer.valueOf(i).equals(cards.get(i).getInteger("card_index"))) {
                throw Refusal.of(131009, "carousel: card_index must count up from 0");
            }
            List<JsonObject> components = components(cards.get(i));
            checkTypes(components, TYPES_OF_A_CARD);
            checkLayout(approved.get(i), template.named(), components, MAX_CARD_BODY);
        }
    }

    private static JsonObject of(List<JsonObject> components, String type) {
        return components.stream()
                .filter(component -> type.equals(component.getString("type")))
                .findFirst()
                .orElse(null);
    }

    private static List<JsonObject> components(JsonObject sent) {
        return objects(sent.getJsonArray("components"));
    }

    static List<JsonObject> parameters(JsonObject component) {
        return component == null ? List.of() : objects(component.getJsonArray("parameters"));
    }
}
