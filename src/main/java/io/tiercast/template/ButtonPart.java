package io.tiercast.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A button of a template or of a card. Most need nothing when sending: those are {@link Fixed}. */
sealed interface ButtonPart
        permits Fixed, QuickReply, Link, CopyCode, OneTimePassword, Flow, Catalogue, ProductList, UnknownButton {

    /** What all buttons have. @param index place among all buttons, from 0 */
    record Face(int index, String type, String text) {
        String key(String at) {
            return at + "button." + index + ".";
        }

        String quotedIndex() {
            return "\"" + index + "\"";
        }
    }

    Face face();

    default List<TemplateVariable> variables(String at) {
        return List.of();
    }

    /** Writes nothing where nothing has to be sent. */
    default void send(SlottedJson json, String at) {}

    /** What is behind it, as far as a person would care: an address, a number, a code. */
    default String target(String at, Map<String, String> values) {
        return null;
    }

    /** Why it cannot be sent; empty: it can. */
    default Optional<String> problem() {
        return Optional.empty();
    }

    /** @param codeKey the variable in the body that holds a one-time password, without the card's prefix */
    static ButtonPart of(int index, JsonNode node, String codeKey) {
        String type = node.path("type").asText("").toUpperCase(Locale.ROOT);
        Face face = new Face(index, type, node.path("text").asText(""));
        return switch (type) {
            case "QUICK_REPLY" -> new QuickReply(face);
            case "PHONE_NUMBER", "VOICE_CALL", "REQUEST_CONTACT_INFO", "SPM" ->
                new Fixed(face, node.path("phone_number").asText(null));
            case "URL" -> link(face, node, codeKey);
            case "COPY_CODE" -> new CopyCode(face, example(node));
            case "OTP" -> new OneTimePassword(face, codeKey);
            case "FLOW" -> new Flow(face);
            case "CATALOG" -> new Catalogue(face);
            case "MPM" -> new ProductList(face);
            default -> new UnknownButton(face);
        };
    }

    /** Whether this button, as Meta writes it, sends a one-time password. */
    static boolean sendsPassword(JsonNode node) {
        return node.path("type").asText("").equalsIgnoreCase("OTP")
                || OneTimePassword.isAddress(node.path("url").asText(""));
    }

    private static ButtonPart link(Face face, JsonNode node, String codeKey) {
        String url = node.path("url").asText("");
        if (OneTimePassword.isAddress(url)) {
            return new OneTimePassword(face, codeKey);
        }
        return TextPart.hasPlaceholder(url) ? new Link(face, url, example(node)) : new Fixed(face, url);
    }

    private static String example(JsonNode node) {
        JsonNode example = node.path("example");
        return (example.isArray() ? example.path(0) : example).asText(null);
    }
}
