package io.tiercast.meta;

/** What an inbound message says, whatever its type: the words that a person would read, and what stands behind a button. */
record InboundContent(String text, String payload) {

    static InboundContent of(String type, Lenient message) {
        Lenient body = message.at(type == null ? "" : type);
        return switch (type == null ? "" : type) {
            case "text", "system" -> new InboundContent(body.text("body"), body.text("wa_id", "user_id"));
            case "button" -> new InboundContent(body.text("text"), body.text("payload"));
            case "interactive" -> interactive(body);
            case "reaction" -> new InboundContent(body.text("emoji"), null);
            default -> new InboundContent(body.text("caption"), null);
        };
    }

    private static InboundContent interactive(Lenient interactive) {
        String type = interactive.text("type");
        Lenient reply = interactive.at(type == null ? "" : type);
        return new InboundContent(reply.text("title", "body"), reply.text("id", "response_json"));
    }
}
