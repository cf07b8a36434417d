package io.tiercast.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tiercast.message.OpenRun;
import io.tiercast.meta.MarketingMessages;
import io.tiercast.meta.SendOutcome.Accepted;
import io.tiercast.meta.SendOutcome.Refused;
import org.junit.jupiter.api.Test;

class MarketingWaysTest {

    private static final OpenRun SALE = run(1, "MARKETING");
    private static final Refused UNAVAILABLE = new Refused(134102, "unavailable");

    private final MarketingWays ways = new MarketingWays();

    @Test
    void aTemplateThatCannotBeUsedThereMakesItsCampaignOrdinary() {
        assertEquals(MarketingMessages.FALLBACK, ways.of(MarketingMessages.FALLBACK, SALE));
        assertTrue(ways.fallBack(MarketingMessages.FALLBACK, UNAVAILABLE, SALE));
        assertEquals(MarketingMessages.OFF, ways.of(MarketingMessages.FALLBACK, SALE));
        assertEquals(MarketingMessages.FALLBACK, ways.of(MarketingMessages.FALLBACK, run(2, "MARKETING")));
    }

    @Test
    void nothingElseDoes() {
        assertFalse(ways.fallBack(MarketingMessages.STRICT, UNAVAILABLE, SALE));
        assertFalse(ways.fallBack(MarketingMessages.OFF, UNAVAILABLE, SALE));
        assertFalse(ways.fallBack(MarketingMessages.FALLBACK, new Refused(134101, "syncing"), SALE));
        assertFalse(ways.fallBack(MarketingMessages.FALLBACK, new Accepted("w", null, false), SALE));
        assertEquals(MarketingMessages.OFF, ways.of(MarketingMessages.FALLBACK, run(3, "UTILITY")));
        assertEquals(MarketingMessages.STRICT, ways.of(MarketingMessages.STRICT, SALE));
    }

    private static OpenRun run(long campaignId, String category) {
        return new OpenRun(campaignId, category, null, null, null, true);
    }
}
