package io.tiercast.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tiercast.meta.Signature;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a provider's calls prove who they are, by the sender's app secret.
 *
 * @param name of the header or query parameter
 * @param prefix that stands before the value, such as "sha256="
 */
@Schema(name = "CallbackProof")
public record CallbackProof(
        @NotNull Type type,

        @NotNull @Pattern(regexp = "^[A-Za-z0-9_-]{1,100}$", message = "must be the name of a header or parameter")
        String name,

        @Pattern(regexp = "^[ -~]{0,50}$", message = "must be printable")
        String prefix,

        Encoding encoding) {

    static final CallbackProof META = new CallbackProof(Type.HMAC_SHA256, Signature.HEADER, "sha256=", Encoding.HEX);

    public enum Type {
        /** A header holds the signature of the body. */
        HMAC_SHA256,
        /** A header holds the secret. */
        HEADER,
        /** A parameter of the address holds the secret; it may show in logs on the way. */
        QUERY
    }

    public enum Encoding {
        HEX,
        BASE64
    }

    public CallbackProof {
        prefix = prefix == null ? "" : prefix;
        encoding = encoding == null ? Encoding.HEX : encoding;
    }

    /** Takes the same time wherever the first difference is. */
    public boolean accepts(byte[] body, UnaryOperator<String> header, UnaryOperator<String> query, String secret) {
        String shown = type == Type.QUERY ? query.apply(name) : header.apply(name);
        String expected = prefix + (type == Type.HMAC_SHA256 ? sign(body, secret) : secret);
        return shown != null && MessageDigest.isEqual(comparable(shown).getBytes(UTF_8), expected.getBytes(UTF_8));
    }

    private String comparable(String shown) {
        boolean hex = type == Type.HMAC_SHA256 && encoding == Encoding.HEX && shown.startsWith(prefix);
        return hex ? prefix + shown.substring(prefix.length()).toLowerCase(Locale.ROOT) : shown;
    }

    private String sign(byte[] body, String secret) {
        byte[] signature = Signature.sign(body, secret);
        return encoding == Encoding.HEX
                ? HexFormat.of().formatHex(signature)
                : Base64.getEncoder().encodeToString(signature);
    }
}
