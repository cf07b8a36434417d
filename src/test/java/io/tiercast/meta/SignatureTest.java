package io.tiercast.meta;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    private static final byte[] BODY = "what do ya want for nothing?".getBytes(UTF_8);
    private static final String JEFE = "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    @Test
    void equalsThePublishedExampleOfHmac() {
        assertEquals(JEFE, Signature.of(BODY, "Jefe"));
        assertTrue(Signature.matches(BODY, JEFE, List.of("Jefe")));
    }

    @Test
    void eitherSecretServesDuringARotation() {
        assertTrue(Signature.matches(BODY, JEFE, List.of("new", "Jefe")));
        assertTrue(Signature.matches(BODY, JEFE, List.of("Jefe", "old")));
        assertFalse(Signature.matches(BODY, JEFE, List.of("new", "old")));
    }

    @Test
    void oneChangedByteIsSeen() {
        assertFalse(Signature.matches("what do ya want for nothing!".getBytes(UTF_8), JEFE, List.of("Jefe")));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "sha256=", "sha256=zz", "sha1=5bdcc146", "5bdcc146bf60754e6a042426089575c75a003f089d27"})
    void aHeaderThatIsNoSignatureNeverMatches(String header) {
        assertFalse(Signature.matches(BODY, header, List.of("Jefe")));
    }

    @Test
    void noSecretMatchesNothing() {
        assertFalse(Signature.matches(BODY, JEFE, List.of()));
    }
}
