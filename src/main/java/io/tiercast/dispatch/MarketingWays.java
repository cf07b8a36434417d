package io.tiercast.dispatch;

import io.tiercast.message.OpenRun;
import io.tiercast.meta.MarketingMessages;
import io.tiercast.meta.SendOutcome;
import io.tiercast.meta.SendOutcome.Refused;
import java.util.HashSet;
import java.util.Set;

/**
 * By which of Meta's interfaces the messages of a campaign go. Meta itself falls back for a business that is not admitted; a template
 * that it cannot use there it refuses, and then the ordinary way is ours to take. Not for several threads.
 */
final class MarketingWays {

    private static final int TEMPLATE_UNAVAILABLE = 134102;

    private final Set<Long> ordinary = new HashSet<>();

    MarketingMessages of(MarketingMessages wanted, OpenRun run) {
        MarketingMessages way = wanted.of(run.category());
        return way == MarketingMessages.FALLBACK && ordinary.contains(run.campaignId()) ? MarketingMessages.OFF : way;
    }

    /** Whether a message has to go by the ordinary way after all; then so do the others of its campaign. */
    boolean fallBack(MarketingMessages way, SendOutcome outcome, OpenRun run) {
        boolean falls = way == MarketingMessages.FALLBACK
                && outcome instanceof Refused refused
                && refused.code() == TEMPLATE_UNAVAILABLE;
        if (falls) {
            ordinary.add(run.campaignId());
        }
        return falls;
    }
}
