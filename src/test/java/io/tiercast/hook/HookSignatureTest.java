package io.tiercast.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HookSignatureTest {

    /** The example of the standard's own documentation. */
    @Test
    void signsAsTheStandardDoes() {
        assertEquals(
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                HookSignature.of(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1_614_265_330,
                        "{\"test\": 2432232314}"));
    }

    @Test
    void noTwoSecretsAreTheSame() {
        String secret = HookSignature.newSecret();
        assertTrue(secret.startsWith("whsec_"));
        assertNotEquals(secret, HookSignature.newSecret());
    }
}
