package io.tiercast.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Cuts a template into literals and slots. Components without variables are left out, as Meta wants it. */
public final class TemplateCompiler {

    private static final String COMPONENTS = ",\"components\":[";

    private final SlottedJson json;

    private TemplateCompiler(Set<String> given, Map<String, String> shown) {
        this.json = new SlottedJson(given, shown);
    }

    /**
     * @param components as Meta writes them
     * @param given the keys that will have a value; of the optional variables, the others are not sent
     * @param shown the files that everybody gets, by variable: they become part of the text
     * @throws IllegalArgumentException if the template has a part that cannot be sent: ask {@link #whyNotUsable} before
     */
    public static CompiledTemplate compile(
            String name, String language, JsonNode components, Set<String> given, Map<String, String> shown) {
        TemplateContent content = TemplateContent.of(components);
        content.whyNotUsable().ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        return new TemplateCompiler(given, shown).template(name, language, content);
    }

    /** Why campaigns cannot send a template with these components, in words for the person who picks it; empty: they can. */
    public static Optional<String> whyNotUsable(JsonNode components) {
        return TemplateContent.of(components).whyNotUsable();
    }

    private CompiledTemplate template(String name, String language, TemplateContent content) {
        json.add("{\"name\":").quote(name).add(",\"language\":{\"code\":").quote(language);
        json.add("}").add(COMPONENTS);
        components("", content);
        carousel(content.cards());
        TapTarget.send(json);
        return json.close(COMPONENTS, "]").add("}").compiled();
    }

    private void components(String at, TemplateContent content) {
        content.header().send(json, at);
        content.body().send(json, "body", at + "body.");
        content.offer().send(json, at);
        content.buttons().forEach(button -> button.send(json, at));
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
