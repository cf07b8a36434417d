package io.tiercast.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tiercast.problem.Problems;
import java.util.Base64;

/** The opaque text form of a sort key. */
final class Cursor {

    private Cursor() {}

    static String encode(Object key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.toString().getBytes(UTF_8));
    }

    static long decodeId(String cursor) {
        try {
            return Long.parseLong(new String(Base64.getUrlDecoder().decode(cursor), UTF_8));
        } catch (IllegalArgumentException e) {
            throw Problems.malformed("cursor", "is not a cursor of this list");
        }
    }
}
