package io.tiercast.campaign;

import java.util.List;
import java.util.stream.Stream;

/**
 * What became of recipients that were brought.
 *
 * @param added people who were not in the list before
 * @param replaced people who were, also by an earlier row of the same request: the last row counts
 * @param rejected rows that name nobody or cannot be stored
 * @param rejections the first 1,000 of those
 * @param total people in the list now
 */
public record BroughtView(long added, long replaced, long rejected, List<RejectedRow> rejections, long total) {

    private static final int SHOWN = 1_000;
    private static final int VALUE = 200;

    /**
     * @param row the line of the file, where the header is 1; or the place in the array, from 0
     * @param value what was not acceptable, shortened
     */
    public record RejectedRow(long row, String reason, String value) {

        static RejectedRow of(long row, String reason, String value) {
            String shown = value == null ? "" : value;
            return new RejectedRow(row, reason, shown.length() > VALUE ? shown.substring(0, VALUE) : shown);
        }
    }

    static final BroughtView NOTHING = new BroughtView(0, 0, 0, List.of(), 0);

    static BroughtView of(RecipientBatch batch, RecipientLists.Stored stored) {
        return new BroughtView(
                stored.added(),
                stored.replaced() + batch.doubled(),
                batch.rejections().size(),
                batch.rejections(),
                stored.total());
    }

    /** Together with what became of the rows behind them. */
    BroughtView plus(BroughtView next) {
        return new BroughtView(
                added + next.added,
                replaced + next.replaced,
                rejected + next.rejected,
                Stream.concat(rejections.stream(), next.rejections.stream())
                        .limit(SHOWN)
                        .toList(),
                next.total);
    }
}
