package io.tiercast.template;

import io.tiercast.template.ButtonPart.Face;
import java.util.Map;

/**
 * Copies or fills in a one-time password. Meta wants the same code a second time here; it is asked for once, in the body.
 *
 * @param codeKey the body's variable
 */
record OneTimePassword(Face face, String codeKey) implements ButtonPart {

    /** Meta lists such a button as a link to this address. */
    private static final String ADDRESS = "https://www.whatsapp.com/otp/";

    static boolean isAddress(String url) {
        return url.startsWith(ADDRESS);
    }

    @Override
    public void send(SlottedJson json, String at) {
        json.button("url", face.quotedIndex(), "text")
                .text("text", at + codeKey)
                .endOfComponent();
    }

    @Override
    public String target(String at, Map<String, String> values) {
        return values.get(at + codeKey);
    }
}
