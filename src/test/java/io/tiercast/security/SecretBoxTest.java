package io.tiercast.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretBoxTest {

    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String OTHER = "MTEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private final SecretBox box = new SecretBox(KEY);

    @Test
    void whatWasSealedOpensAgainAfterARestart() {
        assertEquals("EAAG-tökén", new SecretBox(KEY).open(box.seal("EAAG-tökén")));
    }

    @Test
    void theSameSecretNeverLooksTheSame() {
        assertFalse(Arrays.equals(box.seal("token"), box.seal("token")));
    }

    @Test
    void anotherKeyOpensNothing() {
        byte[] sealed = box.seal("token");
        assertThrows(IllegalStateException.class, () -> new SecretBox(OTHER).open(sealed));
    }

    @Test
    void aChangedByteIsSeen() {
        byte[] sealed = box.seal("token");
        sealed[sealed.length - 1] ^= 1;
        assertThrows(IllegalStateException.class, () -> box.open(sealed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "not base64!", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5"})
    void aKeyOfTheWrongLengthStopsTheStart(String key) {
        assertThrows(IllegalStateException.class, () -> new SecretBox(key));
    }
}
