package io.tiercast.sandbox;

import static io.tiercast.sandbox.SendRequest.required;

import io.tiercast.sandbox.ApprovedTemplate.Button;
import io.tiercast.sandbox.ApprovedTemplate.Part;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;

/** Holds what is sent against what was approved. */
final class TemplateCheck {

    private static final int MAX_OTP = 15;

    private TemplateCheck() {}

    /** @throws Refusal as the Graph API would answer */
    static ApprovedTemplate check(JsonObject sent, Catalogue catalogue) {
        String name = required(sent.getString("name"), "template.name");
        JsonObject language = required(sent.getJsonObject("language"), "template.language");
        String code = required(language.getString("code"), "template.language.code");
        ApprovedTemplate template = catalogue.find(name, code).orElseThrow(() -> missing(name, code));
        checkSendable(template);
        List<JsonObject> components = components(sent);
        checkHeader(template, components);
        checkBody(template, components);
        checkButtons(template, components);
        return template;
    }

    /** What pressing the first quick reply sends back: the payload given at sending, else its label. */
    static String buttonPayload(JsonObject sent, ApprovedTemplate template) {
        for (int i = 0; i < template.buttons().size(); i++) {
            Button button = template.buttons().get(i);
            if (button.isQuickReply()) {
                JsonObject component = button(components(sent), i);
                return component == null
                        ? button.label()
                        : parameters(component).get(0).getString("payload", button.label());
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

    private static void checkHeader(ApprovedTemplate template, List<JsonObject> components) {
        List<JsonObject> sent = parameters(of(components, "header"));
        Part header = template.header();
        if (header == null || header.isText()) {
            Parameters.checkTexts("header", header, template.named(), sent);
        } else {
            Parameters.checkMedia(header.format().toLowerCase(Locale.ROOT), sent);
        }
    }

    private static void checkBody(ApprovedTemplate template, List<JsonObject> components) {
        List<JsonObject> sent = parameters(of(components, "body"));
        Parameters.checkTexts("body", template.body(), template.named(), sent);
        Parameters.checkLength(template.body(), sent);
        if (template.category().equals("AUTHENTICATION")
                && Parameters.text(sent.get(0)).length() > MAX_OTP) {
            throw Refusal.of(131009, "body: a one-time password has at most " + MAX_OTP + " characters");
        }
    }

    private static void checkButtons(ApprovedTemplate template, List<JsonObject> components) {
        for (int i = 0; i < template.buttons().size(); i++) {
            if (template.buttons().get(i).variable()) {
                checkVariable(i, button(components, i), template.buttons().get(i));
            }
        }
        for (JsonObject component : components) {
            if ("button".equals(component.getString("type"))) {
                checkKnown(index(component), component, template.buttons());
            }
        }
    }

    private static void checkVariable(int index, JsonObject sent, Button button) {
        if (sent == null || parameters(sent).isEmpty()) {
            throw Refusal.of(
                    131008,
                    "buttons: Button at index " + index + " of type " + button.type() + " requires a parameter");
        }
        if (button.type().equals("COPY_CODE")) {
            Parameters.checkCoupon(parameters(sent).get(0));
        } else {
            Parameters.checkText("buttons", parameters(sent).get(0));
        }
    }

    private static void checkKnown(int index, JsonObject sent, List<Button> buttons) {
        String type = required(sent.getString("sub_type"), "sub_type").toUpperCase(Locale.ROOT);
        if (index < 0 || index >= buttons.size() || !buttons.get(index).type().equals(type)) {
            throw Refusal.of(132012, "buttons: there is no button of type " + type + " at index " + index);
        }
        if (buttons.get(index).type().equals("URL") && !buttons.get(index).variable()) {
            throw Refusal.of(132000, "buttons: Button at index " + index + " does not require parameters");
        }
        if (buttons.get(index).isQuickReply() && parameters(sent).isEmpty()) {
            throw Refusal.of(131008, "buttons: the payload of the button at index " + index + " is missing");
        }
    }

    private static JsonObject button(List<JsonObject> components, int index) {
        return components.stream()
                .filter(component -> "button".equals(component.getString("type")))
                .filter(component -> index(component) == index)
                .findFirst()
                .orElse(null);
    }

    /** Meta's own pages show it as a string and as a number. */
    private static int index(JsonObject component) {
        try {
            return Integer.parseInt(String.valueOf(component.getValue("index")));
        } catch (NumberFormatException e) {
            throw Refusal.of(131008, "The parameter index is required");
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

    private static List<JsonObject> parameters(JsonObject component) {
        return component == null ? List.of() : objects(component.getJsonArray("parameters"));
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array == null
                ? List.of()
                : array.stream().map(JsonObject.class::cast).toList();
    }
}
