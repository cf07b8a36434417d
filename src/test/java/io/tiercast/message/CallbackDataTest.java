package io.tiercast.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackDataTest {

    private final CallbackData ours = new CallbackData("a1b2c3d4", new byte[32]);

    @ParameterizedTest
    @CsvSource({"1,1,1", "42,1000000,3", "9007199254740991,2147483647,32767"})
    void whatGoesOutComesBack(long campaign, int seq, int attempt) {
        Attempt sent = new Attempt(new MessageKey(campaign, seq), attempt);

        assertEquals(Optional.of(sent), ours.decode(ours.encode(sent)));
        assertTrue(ours.encode(sent).length() <= 512);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "1",
                "1.a1b2c3d4.",
                "1.a1b2c3d4",
                "c=42;r=9001",
                "1.a1b2c3d4.1.1.1.",
                "1.a1b2c3d4.1.1.1.AAAAAAAAAAAA"
            })
    void whatIsNotOursIsIgnored(String value) {
        assertEquals(Optional.empty(), ours.decode(value));
    }

    @Test
    void aChangedCharacterIsNoticed() {
        String value = ours.encode(new Attempt(new MessageKey(42, 7), 1));
        for (int i = 0; i < value.length(); i++) {
            char other = value.charAt(i) == 'x' ? 'y' : 'x';
            String forged = value.substring(0, i) + other + value.substring(i + 1);

            assertEquals(Optional.empty(), ours.decode(forged), forged);
        }
    }

    @Test
    void anotherInstallationOnTheSameAccountIsNotOurs() {
        Attempt sent = new Attempt(new MessageKey(42, 7), 1);

        assertEquals(Optional.empty(), ours.decode(new CallbackData("ffffffff", new byte[32]).encode(sent)));
        byte[] otherKey = {1};
        assertEquals(Optional.empty(), ours.decode(new CallbackData("a1b2c3d4", otherKey).encode(sent)));
    }
}
