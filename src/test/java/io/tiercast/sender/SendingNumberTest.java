package io.tiercast.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tiercast.meta.MarketingMessages;
import io.tiercast.provider.Provider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendingNumberTest {

    @ParameterizedTest
    @CsvSource({"80, 0, 80", "80, 30, 50", "20, 100, 1", "0.2, 0, 0.2", "0.2, 5, 0.2"})
    void whatComesInLeavesTheRestAndNeverMoreThanTheRate(double rate, double inbound, double left) {
        SendingNumber number = new SendingNumber(
                1, "1", "1", null, "k", "CONNECTED", "t", null, null, rate, null, MarketingMessages.OFF, Provider.META);
        assertEquals(left, number.sendingRate(inbound));
    }
}
