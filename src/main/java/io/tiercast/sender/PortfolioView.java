package io.tiercast.sender;

import java.time.Instant;
import java.util.List;

/**
 * A business portfolio: its numbers share one messaging limit.
 *
 * @param id Meta's id of the portfolio; of the WhatsApp Business account where Meta does not tell it
 * @param messagingLimit distinct recipients in a rolling 24 h; null: unlimited
 * @param usedLast24h how many of them are used
 * @param reserved how many marketing leaves to utility and authentication
 * @param remaining for marketing; null: unlimited
 * @param nextReleaseAt when the oldest recipients fall out of the 24 h; null if nothing is used
 * @param reservedShare the share of the limit that is reserved, from 0 to below 1
 * @param exemptOpenWindows whether people who wrote within 24 h are reached without using the limit
 */
public record PortfolioView(
        String id,
        List<Long> senderIds,
        Integer messagingLimit,
        long usedLast24h,
        long reserved,
        Long remaining,
        Instant nextReleaseAt,
        double reservedShare,
        boolean exemptOpenWindows) {}
