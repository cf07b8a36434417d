package io.tiercast.webhook;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.response.ValidatableResponse;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Posts what Meta would post, signed with the tests' app secret. */
public final class Webhook {

    private static final String SECRET = "test-app-secret";

    private Webhook() {}

    /** One change of an account, with single quotes for double ones. */
    public static void tell(String wabaId, String field, String value) {
        post(wabaId, field, value).statusCode(200);
    }

    public static ValidatableResponse post(String wabaId, String field, String value) {
        return post(wabaId, 1_751_247_548, field, value);
    }

    /** @param time when Meta called first, in seconds */
    static ValidatableResponse post(String wabaId, long time, String field, String value) {
        return post("""
                {"object":"whatsapp_business_account","entry":[{"id":"%s","time":%d,"changes":[{"field":"%s","value":%s}]}]}""".formatted(wabaId, time, field, value.replace('\'', '"')));
    }

    /** As it stands, well signed. */
    static ValidatableResponse post(String text) {
        byte[] body = text.getBytes(UTF_8);
        return given().header("X-Hub-Signature-256", "sha256=" + sign(body))
                .contentType("application/json")
                .body(body)
                .post("/webhooks/meta")
                .then();
    }

    private static String sign(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
