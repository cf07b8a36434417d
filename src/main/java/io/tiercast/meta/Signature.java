package io.tiercast.meta;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a webhook: HMAC-SHA256 over the bytes as they came. Meta escapes what is not ASCII, so a body that was
 * parsed and written again has another signature.
 */
public final class Signature {

    public static final String HEADER = "X-Hub-Signature-256";

    private static final String PREFIX = "sha256=";
    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /** Whether the header was made with one of the secrets. Takes the same time wherever the first difference is. */
    public static boolean matches(byte[] body, String header, List<String> secrets) {
        if (header == null || !header.startsWith(PREFIX)) {
            return false;
        }
        byte[] claimed = header.substring(PREFIX.length()).getBytes(UTF_8);
        boolean matches = false;
        for (String secret : secrets) {
            matches |= MessageDigest.isEqual(hex(body, secret).getBytes(UTF_8), claimed);
        }
        return matches;
    }

    /** The header's value for a body. */
    public static String of(byte[] body, String secret) {
        return PREFIX + hex(body, secret);
    }

    private static String hex(byte[] body, String secret) {
        return HexFormat.of().formatHex(sign(body, secret));
    }

    /** HMAC-SHA256. */
    public static byte[] sign(byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
