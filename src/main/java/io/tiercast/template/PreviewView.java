package io.tiercast.template;

import io.tiercast.media.MediaReference;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * A template with its variables filled in, as its recipient would see it.
 *
 * @param header text; null if there is none
 * @param media null if there is none
 * @param location null if there is none
 * @param product its id in the catalogue; null if there is none
 * @param offer text of an offer for a limited time; null if there is none
 */
public record PreviewView(
        String header,
        Media media,
        Location location,
        String product,
        String offer,
        String body,
        String footer,
        List<Button> buttons,
        List<PreviewView> cards) {

    /**
     * @param source address or id of the media; null if none is known
     * @param mediaId which of our files it is; null: none of them
     */
    public record Media(String format, String source, Long mediaId) {

        private static Media of(VariableKind kind, String source) {
            OptionalLong id = source == null ? OptionalLong.empty() : MediaReference.id(source);
            return new Media(kind.name(), source, id.isPresent() ? (Long) id.getAsLong() : null);
        }
    }

    public record Location(String latitude, String longitude, String name, String address) {}

    /** @param target the address behind a link, the number behind a call, or the code to copy */
    public record Button(String type, String text, String target) {}

    /** Variables without a value are shown with their example, or else as they stand in the template. */
    static PreviewView of(TemplateContent content, Map<String, String> values) {
        return of("", content, values);
    }

    private static PreviewView of(String at, TemplateContent content, Map<String, String> values) {
        HeaderPart header = content.header();
        return new PreviewView(
                header instanceof HeaderPart.Text text && !header.equals(HeaderPart.NONE)
                        ? text.text().filled(at + "header.", values)
                        : null,
                header instanceof HeaderPart.Media media ? media(at + "header.media", media, values) : null,
                header instanceof HeaderPart.Location ? location(at + "header.", values) : null,
                header instanceof HeaderPart.Product ? values.get(at + "header.product") : null,
                content.offer().text(),
                content.body().filled(at + "body.", values),
                content.footer(),
                content.buttons().stream()
                        .map(button -> button(at, button, values))
                        .toList(),
                cards(content.cards(), values));
    }

    private static List<PreviewView> cards(List<TemplateContent> cards, Map<String, String> values) {
        return IntStream.range(0, cards.size())
                .mapToObj(i -> of("card." + i + ".", cards.get(i), values))
                .toList();
    }

    private static Media media(String key, HeaderPart.Media header, Map<String, String> values) {
        return Media.of(header.kind(), values.getOrDefault(key, header.example()));
    }

    private static Location location(String at, Map<String, String> values) {
        return new Location(
                values.get(at + "latitude"),
                values.get(at + "longitude"),
                values.get(at + "name"),
                values.get(at + "address"));
    }

    private static Button button(String at, ButtonPart button, Map<String, String> values) {
        return new Button(button.face().type(), button.face().text(), button.target(at, values));
    }
}
