package io.tiercast.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a template consists of, read from Meta's components. A card of a carousel is such a content, too.
 *
 * @param unknown type of a component that this program does not know; null: there is none
 */
record TemplateContent(
        HeaderPart header,
        OfferPart offer,
        TextPart body,
        String footer,
        List<ButtonPart> buttons,
        List<TemplateContent> cards,
        String unknown) {

    private static final int BODY = 1_024;
    private static final int BODY_OF_AN_OFFER = 600;

    /** Of a card, or beside a product. */
    private static final int SHORT_BODY = 160;

    static TemplateContent of(JsonNode components) {
        Reader reader = new Reader();
        components.forEach(reader::read);
        return reader.content();
    }

    /** In reading order; the keys of a card begin with {@code card.0.} and so on. */
    List<TemplateVariable> variables() {
        return Stream.concat(variables(""), TapTarget.variables(this).stream()).toList();
    }

    private Stream<TemplateVariable> variables(String at) {
        boolean password = buttons.stream().anyMatch(OneTimePassword.class::isInstance);
        VariableKind kind = password ? VariableKind.ONE_TIME_PASSWORD : VariableKind.TEXT;
        return Stream.of(
                        header.variables(at).stream(),
                        offer.variables(at).stream(),
                        body.variables(at + "body.", kind).stream(),
                        buttons.stream().flatMap(button -> button.variables(at).stream()),
                        IntStream.range(0, cards.size())
                                .boxed()
                                .flatMap(i -> cards.get(i).variables("card." + i + ".")))
                .flatMap(part -> part);
    }

    /** Whether the variables of its texts have names instead of numbers. */
    boolean named() {
        boolean headerNamed =
                header instanceof HeaderPart.Text text && text.text().named();
        return headerNamed || body.named() || cards.stream().anyMatch(TemplateContent::named);
    }

    /** The bodies with variables. */
    List<LimitedText> limitedTexts() {
        List<LimitedText> texts = new ArrayList<>();
        int other = offer.equals(OfferPart.NONE) ? BODY : BODY_OF_AN_OFFER;
        int longest = header instanceof HeaderPart.Product ? SHORT_BODY : other;
        body.limited("body.", longest).ifPresent(texts::add);
        for (int i = 0; i < cards.size(); i++) {
            cards.get(i).body().limited("card." + i + ".body.", SHORT_BODY).ifPresent(texts::add);
        }
        return texts;
    }

    /** Why it cannot be sent by a campaign, in words for the person who picks it; empty: it can. */
    Optional<String> whyNotUsable() {
        return Stream.of(
                        Optional.ofNullable(unknown)
                                .map(type -> "Campaigns cannot send a component of type " + type + ".")
                                .stream(),
                        header.problem().stream(),
                        buttons.stream().flatMap(button -> button.problem().stream()),
                        cards.stream().flatMap(card -> card.whyNotUsable().stream()))
                .flatMap(problem -> problem)
                .findFirst();
    }

    private static class Reader {

        private HeaderPart header = HeaderPart.NONE;
        private OfferPart offer = OfferPart.NONE;
        private TextPart body = TextPart.NONE;
        private String footer;
        private String unknown;
        private final List<JsonNode> buttons = new ArrayList<>();
        private final List<TemplateContent> cards = new ArrayList<>();

        void read(JsonNode component) {
            String type = component.path("type").asText("").toUpperCase(Locale.ROOT);
            switch (type) {
                case "HEADER" -> header = HeaderPart.of(component);
                case "LIMITED_TIME_OFFER" -> offer = OfferPart.of(component);
                case "BODY" -> body = TextPart.of(component, "body");
                case "FOOTER" -> footer = component.path("text").asText("");
                case "BUTTONS" -> component.path("buttons").forEach(buttons::add);
                case "CAROUSEL" -> component.path("cards").forEach(card -> cards.add(of(card.path("components"))));
                default -> unknown = type;
            }
        }

        /** Before the review, the body of a one-time password is not written out; its one variable is there all the same. */
        TemplateContent content() {
            if (buttons.stream().anyMatch(ButtonPart::sendsPassword)
                    && body.placeholders().isEmpty()) {
                body = new TextPart(body.text(), List.of(new Placeholder("1", null)));
            }
            return new TemplateContent(header, offer, body, footer, parts(), List.copyOf(cards), unknown);
        }

        private List<ButtonPart> parts() {
            String code = body.placeholders().isEmpty()
                    ? null
                    : "body." + body.placeholders().get(0).name();
            return IntStream.range(0, buttons.size())
                    .mapToObj(i -> ButtonPart.of(i, buttons.get(i), code))
                    .toList();
        }
    }
}
