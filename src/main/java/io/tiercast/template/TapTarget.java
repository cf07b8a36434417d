package io.tiercast.template;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the whole message a link, with a title of its own. Meta allows it for messages with a picture, a text or nothing as header and a
 * link among the buttons, and to accounts that it has fully verified.
 */
public final class TapTarget {

    private static final String TITLE = "tap_target.title";
    private static final String URL = "tap_target.url";

    private TapTarget() {}

    static List<TemplateVariable> variables(TemplateContent content) {
        return allowed(content)
                ? List.of(
                        TemplateVariable.optional(TITLE, VariableKind.TEXT),
                        TemplateVariable.optional(URL, VariableKind.ADDRESS))
                : List.of();
    }

    static void send(SlottedJson json) {
        if (json.given(TITLE) && json.given(URL)) {
            json.item("{\"type\":\"tap_target_configuration\",\"parameters\":[{\"type\":\"tap_target_configuration\",")
                    .add("\"tap_target_configuration\":[{")
                    .text("url", URL)
                    .add(",")
                    .text("title", TITLE)
                    .add("}]")
                    .endOfComponent();
        }
    }

    /** The key that is missing beside the other; empty: both are mapped, or none. */
    public static Optional<String> missing(Set<String> mapped) {
        if (mapped.contains(TITLE) == mapped.contains(URL)) {
            return Optional.empty();
        }
        return Optional.of(mapped.contains(TITLE) ? URL : TITLE);
    }

    private static boolean allowed(TemplateContent content) {
        boolean header = content.header() instanceof HeaderPart.Text
                || content.header() instanceof HeaderPart.Media media && media.kind() == VariableKind.IMAGE;
        boolean link = content.buttons().stream()
                .anyMatch(button -> button.face().type().equals("URL") && !(button instanceof OneTimePassword));
        return header && link && content.cards().isEmpty() && content.offer().equals(OfferPart.NONE);
    }
}
