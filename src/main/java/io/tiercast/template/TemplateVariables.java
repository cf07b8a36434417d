package io.tiercast.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The variables of a template in the order in which a reader meets them. */
public final class TemplateVariables {

    private TemplateVariables() {}

    /** @param components as Meta writes them */
    public static List<TemplateVariable> of(JsonNode components) {
        return of(TemplateContent.of(components));
    }

    static List<TemplateVariable> of(TemplateContent content) {
        List<TemplateVariable> variables = new ArrayList<>();
        collect("", content, variables);
        return variables;
    }

    private static void collect(String prefix, TemplateContent content, List<TemplateVariable> variables) {
        HeaderPart header = content.header();
        if (header.format().media()) {
            variables.add(new TemplateVariable(prefix + "header.media", header.mediaExample()));
        }
        texts(prefix + "header.", header.text(), variables);
        texts(prefix + "body.", content.body(), variables);
        content.buttons().forEach(button -> button(prefix + "button." + button.index(), button, variables));
        for (int i = 0; i < content.cards().size(); i++) {
            collect("card." + i + ".", content.cards().get(i), variables);
        }
    }

    private static void texts(String prefix, TextPart text, List<TemplateVariable> variables) {
        text.placeholders()
                .forEach(placeholder ->
                        variables.add(new TemplateVariable(prefix + placeholder.name(), placeholder.example())));
    }

    private static void button(String prefix, ButtonPart button, List<TemplateVariable> variables) {
        switch (button.kind()) {
            case DYNAMIC_URL -> variables.add(new TemplateVariable(prefix + ".url", button.suffixExample()));
            case COPY_CODE -> variables.add(new TemplateVariable(prefix + ".code", button.example()));
            default -> {
                // Fixed buttons have nothing to fill in; a one-time password is asked for once, in the body.
            }
        }
    }
}
