package io.tiercast.template;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A template with its variables filled in, as its recipient would see it.
 *
 * @param header text; null if there is none
 * @param media null if there is none
 */
public record PreviewView(
        String header, Media media, String body, String footer, List<Button> buttons, List<PreviewView> cards) {

    /** @param source address or id of the media; null if none is known */
    public record Media(String format, String source) {}

    /** @param target the address behind a link, the number behind a call, or the code to copy */
    public record Button(String type, String text, String target) {}

    /** Variables without a value are shown with their example, or else as they stand in the template. */
    static PreviewView of(TemplateContent content, Map<String, String> values) {
        return of("", content, values);
    }

    private static PreviewView of(String prefix, TemplateContent content, Map<String, String> values) {
        HeaderPart header = content.header();
        return new PreviewView(
                header.format() == HeaderPart.Format.TEXT ? text(prefix + "header.", header.text(), values) : null,
                header.format().media() ? media(prefix + "header.media", header, values) : null,
                text(prefix + "body.", content.body(), values),
                content.footer(),
                content.buttons().stream()
                        .map(button -> button(prefix, button, content.body(), values))
                        .toList(),
                cards(content.cards(), values));
    }

    private static List<PreviewView> cards(List<TemplateContent> cards, Map<String, String> values) {
        return IntStream.range(0, cards.size())
                .mapToObj(i -> of("card." + i + ".", cards.get(i), values))
                .toList();
    }

    private static Media media(String key, HeaderPart header, Map<String, String> values) {
        return new Media(header.format().name(), values.getOrDefault(key, header.mediaExample()));
    }

    private static String text(String prefix, TextPart part, Map<String, String> values) {
        return TextPart.fill(part.text(), name -> values.getOrDefault(prefix + name, example(part, name)));
    }

    private static String example(TextPart part, String name) {
        return part.placeholders().stream()
                .filter(placeholder -> placeholder.name().equals(name) && placeholder.example() != null)
                .map(Placeholder::example)
                .findFirst()
                .orElse("{{" + name + "}}");
    }

    private static Button button(String prefix, ButtonPart button, TextPart body, Map<String, String> values) {
        String key = prefix + "button." + button.index();
        String target = switch (button.kind()) {
            case DYNAMIC_URL ->
                TextPart.fill(
                        button.target(),
                        name -> values.getOrDefault(key + ".url", orPlaceholder(button.suffixExample(), name)));
            case COPY_CODE -> values.getOrDefault(key + ".code", button.example());
            case OTP -> values.get(prefix + "body." + body.placeholders().get(0).name());
            default -> button.target();
        };
        return new Button(button.type(), button.text(), target);
    }

    private static String orPlaceholder(String example, String name) {
        return example == null ? "{{" + name + "}}" : example;
    }
}
