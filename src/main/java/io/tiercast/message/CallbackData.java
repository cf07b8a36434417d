package io.tiercast.message;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The text that travels to Meta with a message ({@code biz_opaque_callback_data}, up to 512 characters) and comes back with each
 * of its statuses: {@code 1.<deployment>.<campaign>.<seq>.<attempt>.<mac>}, numbers in base 36. It carries the primary key, so
 * a status finds its row without an index; the MAC (72 bits of HMAC-SHA256) keeps foreign and forged values out.
 */
public final class CallbackData {

    private static final String VERSION = "1";
    private static final int MAC_BYTES = 9;

    private final String prefix;
    private final Mac prototype;

    /**
     * @param deployment tells this installation's messages from those of another on the same WhatsApp Business account
     * @param secret the installation's secret key; the MAC's key is derived from it
     */
    public CallbackData(String deployment, byte[] secret) {
        this.prefix = VERSION + "." + deployment + ".";
        this.prototype = mac(mac(secret).doFinal("callback data".getBytes(US_ASCII)));
    }

    public String encode(Attempt attempt) {
        String text = prefix
                + Long.toString(attempt.key().campaignId(), 36) + "."
                + Integer.toString(attempt.key().seq(), 36) + "."
                + Integer.toString(attempt.number(), 36);
        return text + "." + sign(text);
    }

    /** The attempt that a value names; empty if the value is not ours. */
    public Optional<Attempt> decode(String value) {
        if (value == null || !value.startsWith(prefix)) {
            return Optional.empty();
        }
        int end = value.lastIndexOf('.');
        String text = value.substring(0, end);
        boolean ours = end >= prefix.length()
                && MessageDigest.isEqual(
                        sign(text).getBytes(US_ASCII), value.substring(end + 1).getBytes(US_ASCII));
        return ours ? Optional.of(parse(text.substring(prefix.length()).split("\\."))) : Optional.empty();
    }

    private static Attempt parse(String[] parts) {
        MessageKey key = new MessageKey(Long.parseLong(parts[0], 36), Integer.parseInt(parts[1], 36));
        return new Attempt(key, Integer.parseInt(parts[2], 36));
    }

    private String sign(String text) {
        try {
            // A clone is cheaper than a look-up of the provider, and a Mac is not to be shared between threads.
            byte[] full = ((Mac) prototype.clone()).doFinal(text.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(full, MAC_BYTES));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }
}
