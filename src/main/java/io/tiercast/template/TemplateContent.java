package io.tiercast.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a template consists of, read from Meta's components. A card of a carousel is such a content, too.
 *
 * @param problem why it cannot be sent by a campaign; null: it can
 */
record TemplateContent(
        HeaderPart header,
        TextPart body,
        String footer,
        List<ButtonPart> buttons,
        List<TemplateContent> cards,
        String problem) {

    static TemplateContent of(JsonNode components) {
        Reader reader = new Reader();
        components.forEach(reader::read);
        return reader.content();
    }

    Optional<String> whyNotUsable() {
        return Optional.ofNullable(problem)
                .or(() -> cards.stream()
                        .flatMap(card -> card.whyNotUsable().stream())
                        .findFirst());
    }

    private static class Reader {

        private HeaderPart header = HeaderPart.NONE;
        private TextPart body = TextPart.NONE;
        private String footer;
        private String problem;
        private final List<ButtonPart> buttons = new ArrayList<>();
        private final List<TemplateContent> cards = new ArrayList<>();

        void read(JsonNode component) {
            String type = component.path("type").asText("").toUpperCase(Locale.ROOT);
            switch (type) {
                case "HEADER" -> readHeader(component);
                case "BODY" -> body = TextPart.of(component, "body");
                case "FOOTER" -> footer = component.path("text").asText("");
                case "BUTTONS" -> component.path("buttons").forEach(this::readButton);
                case "CAROUSEL" -> component.path("cards").forEach(card -> cards.add(of(card.path("components"))));
                default -> problem = "Campaigns cannot send a component of type " + type + ".";
            }
        }

        private void readHeader(JsonNode component) {
            header = HeaderPart.of(component);
            if (header.format() == HeaderPart.Format.OTHER) {
                problem = "Campaigns cannot fill a header of format "
                        + component.path("format").asText() + ".";
            }
        }

        private void readButton(JsonNode node) {
            ButtonPart button = ButtonPart.of(buttons.size(), node);
            buttons.add(button);
            if (button.kind() == ButtonPart.Kind.UNKNOWN) {
                problem = "Campaigns cannot send a button of type " + button.type() + ".";
            }
        }

        /** Before the review, the body of a one-time password is not written out; its one variable is there all the same. */
        TemplateContent content() {
            boolean otp = buttons.stream().anyMatch(button -> button.kind() == ButtonPart.Kind.OTP);
            if (otp && body.placeholders().isEmpty()) {
                body = new TextPart(body.text(), List.of(new Placeholder("1", null)));
            }
            return new TemplateContent(header, body, footer, List.copyOf(buttons), List.copyOf(cards), problem);
        }
    }
}
