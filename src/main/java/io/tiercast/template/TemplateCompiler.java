package io.tiercast.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiercast.template.HeaderPart.Format;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Cuts a template into literals and slots. Components without variables are left out, as Meta wants it. */
public final class TemplateCompiler {

    private final SlottedJson json = new SlottedJson();

    private TemplateCompiler() {}

    /**
     * @param components as Meta writes them
     * @throws IllegalArgumentException if the template has a part that cannot be sent: ask {@link #whyNotUsable} before
     */
    public static CompiledTemplate compile(String name, String language, JsonNode components) {
        TemplateContent content = TemplateContent.of(components);
        content.whyNotUsable().ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        return new TemplateCompiler().template(name, language, content);
    }

    /** Why campaigns cannot send a template with these components, in words for the person who picks it; empty: they can. */
    public static Optional<String> whyNotUsable(JsonNode components) {
        return TemplateContent.of(components).whyNotUsable();
    }

    private CompiledTemplate template(String name, String language, TemplateContent content) {
        json.add("{\"name\":").quote(name).add(",\"language\":{\"code\":").quote(language);
        json.add("}");
        if (!TemplateVariables.of(content).isEmpty()) {
            json.add(",\"components\":[");
            components("", content);
            carousel(content.cards());
            json.add("]");
        }
        return json.add("}").compiled();
    }

    private void components(String prefix, TemplateContent content) {
        HeaderPart header = content.header();
        if (header.format().media()) {
            mediaHeader(prefix + "header.media", header.format());
        }
        text("header", prefix + "header.", header.text().placeholders());
        text("body", prefix + "body.", content.body().placeholders());
        content.buttons().forEach(button -> button(prefix, button, content.body()));
    }

    private void mediaHeader(String key, Format format) {
        String kind = format.name().toLowerCase(Locale.ROOT);
        json.item("{\"type\":\"header\",\"parameters\":[{\"type\":\"" + kind + "\",\"" + kind + "\":{")
                .slot(key)
                .add("}}]}");
    }

    private void text(String component, String prefix, List<Placeholder> placeholders) {
        if (placeholders.isEmpty()) {
            return;
        }
        json.item("{\"type\":\"" + component + "\",\"parameters\":[");
        placeholders.forEach(placeholder -> textParameter(prefix, placeholder));
        json.add("]}");
    }

    private void textParameter(String prefix, Placeholder placeholder) {
        json.item("{\"type\":\"text\",");
        if (placeholder.named()) {
            json.add("\"parameter_name\":").quote(placeholder.name()).add(",");
        }
        json.add("\"text\":\"").slot(prefix + placeholder.name()).add("\"}");
    }

    private void button(String prefix, ButtonPart button, TextPart body) {
        String key = prefix + "button." + button.index();
        switch (button.kind()) {
            case DYNAMIC_URL -> button(button, "url", "text", key + ".url");
            case OTP ->
                button(
                        button,
                        "url",
                        "text",
                        prefix + "body." + body.placeholders().get(0).name());
            case COPY_CODE -> button(button, "copy_code", "coupon_code", key + ".code");
            default -> {
                // What is fixed is known to Meta.
            }
        }
    }

    private void button(ButtonPart button, String subType, String parameter, String key) {
        json.item("{\"type\":\"button\",\"sub_type\":\"" + subType + "\",\"index\":\"" + button.index()
                        + "\",\"parameters\":[{\"type\":\"" + parameter + "\",\"" + parameter + "\":\"")
                .slot(key)
                .add("\"}]}");
    }

    private void carousel(List<TemplateContent> cards) {
        if (cards.isEmpty()) {
            return;
        }
        json.item("{\"type\":\"carousel\",\"cards\":[");
        for (int i = 0; i < cards.size(); i++) {
            json.item("{\"card_index\":" + i + ",\"components\":[");
            components("card." + i + ".", cards.get(i));
            json.add("]}");
        }
        json.add("]}");
    }
}
