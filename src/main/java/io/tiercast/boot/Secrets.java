package io.tiercast.boot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets that the application cannot do without, taken from the environment, or made here where that is safe.
 *
 * @param properties what is handed on to the application's configuration
 */
record Secrets(Map<String, String> properties) {

    private static final int KEY_BYTES = 32;

    /** Refuses the start if a secret is missing that only the operator can know. */
    static Secrets of(Environment environment, DataDirectory data) {
        String key = secretKey(environment, data);
        Map<String, String> properties = new HashMap<>();
        properties.put("tiercast.secret-key", key);
        if (environment.has("TIERCAST_META_BASE_URL")) {
            requireMeta(environment);
        } else {
            addSandbox(environment, Base64.getDecoder().decode(key), properties);
        }
        return new Secrets(properties);
    }

    private static String secretKey(Environment environment, DataDirectory data) {
        if (environment.has("DATABASE_URL")) {
            environment.require(
                    "TIERCAST_SECRET_KEY",
                    "with DATABASE_URL every node needs the same key: 32 random bytes in base64, as `openssl rand -base64 32` prints them");
        }
        return checked(environment.get("TIERCAST_SECRET_KEY").orElseGet(() -> data.secret("secret.key", KEY_BYTES)));
    }

    private static String checked(String key) {
        try {
            if (Base64.getDecoder().decode(key).length == KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            // the same complaint as for a wrong length
        }
        throw new StartRefused(
                "TIERCAST_SECRET_KEY must be 32 bytes in base64, as `openssl rand -base64 32` prints them");
    }

    private static void requireMeta(Environment environment) {
        environment.require(
                "TIERCAST_META_APP_SECRET",
                "with TIERCAST_META_BASE_URL it is needed to check that webhooks come from Meta (App settings, Basic, App secret)");
        environment.require(
                "TIERCAST_META_VERIFY_TOKEN",
                "with TIERCAST_META_BASE_URL it is needed for the webhook handshake: any text, entered at Meta as well");
    }

    /** The sandbox shares no secret with the world. Deriving its secrets lets restarts, and several nodes, agree on them. */
    private static void addSandbox(Environment environment, byte[] key, Map<String, String> properties) {
        if (!environment.has("TIERCAST_META_APP_SECRET")) {
            properties.put("tiercast.meta.app-secret", derived(key, "sandbox app secret"));
        }
        if (!environment.has("TIERCAST_META_VERIFY_TOKEN")) {
            properties.put("tiercast.meta.verify-token", derived(key, "sandbox verify token"));
        }
    }

    private static String derived(byte[] key, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(purpose.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
