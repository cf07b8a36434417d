package io.tiercast.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/** Finds the two values of a send that matter, without reading the JSON around them: neither can hold an escaped character. */
final class MessageScan {

    private static final byte[] TO = "\"to\":\"".getBytes(US_ASCII);
    private static final byte[] CALLBACK = "\"biz_opaque_callback_data\":\"".getBytes(US_ASCII);

    private MessageScan() {}

    static byte[] to(byte[] body) {
        return value(body, TO);
    }

    /** The value that comes back with every status; empty if there is none. */
    static byte[] callback(byte[] body) {
        return value(body, CALLBACK);
    }

    private static byte[] value(byte[] body, byte[] key) {
        int start = after(body, key);
        int end = start;
        while (end < body.length && body[end] != '"') {
            end++;
        }
        return Arrays.copyOfRange(body, start, end);
    }

    private static int after(byte[] body, byte[] key) {
        for (int i = 0; i <= body.length - key.length; i++) {
            if (body[i] == '"' && Arrays.equals(body, i, i + key.length, key, 0, key.length)) {
                return i + key.length;
            }
        }
        return body.length;
    }
}
