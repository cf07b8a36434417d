package io.tiercast.sender;

import io.tiercast.security.SecretBox;
import java.util.UUID;

/**
 * The secrets of a number, as they are used. One that cannot be read makes its own number unusable, and no other.
 *
 * @param accessToken empty where it cannot be read
 * @param appSecret null: the installation's own
 * @param trouble why the number cannot be used, in words for a person; null: it can
 */
record OpenedSecrets(String accessToken, String appSecret, String trouble) {

    private static final String TROUBLE =
            "A stored secret of this number cannot be read: it was changed, or TIERCAST_SECRET_KEY is another one than when it was"
                    + " entered. Enter the access token again, and the app secret where the number has its own.";

    static OpenedSecrets of(SecretBox box, byte[] accessToken, byte[] appSecret) {
        String token = opened(box, accessToken);
        String secret = appSecret == null ? null : opened(box, appSecret);
        boolean whole = token != null && (appSecret == null || secret != null);
        return new OpenedSecrets(
                token == null ? "" : token,
                appSecret == null || secret != null ? secret : nobodys(),
                whole ? null : TROUBLE);
    }

    private static String opened(SecretBox box, byte[] sealed) {
        try {
            return box.open(sealed);
        } catch (IllegalStateException e) {
            return null;
        }
    }

    /** With none at all the installation's own would count, and open the number's webhook to others. */
    private static String nobodys() {
        return UUID.randomUUID().toString();
    }

    @Override
    public String toString() {
        return "OpenedSecrets[" + trouble + "]";
    }
}
