package io.tiercast.provider;

import java.util.Map;

/**
 * One HTTP request that sends one message.
 *
 * @param base null: Meta's own
 * @param path below it; empty if the base is the whole address
 */
public record SendRequest(String base, String path, Map<String, String> headers, String body) {

    /** The headers hold secrets, the body a person's data. */
    @Override
    public String toString() {
        return "SendRequest[" + base + "]";
    }
}
