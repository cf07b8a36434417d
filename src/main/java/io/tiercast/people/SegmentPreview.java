package io.tiercast.people;

import io.tiercast.contact.ContactView;
import io.tiercast.message.Audiences.Matched;
import io.tiercast.message.SkipReason;
import java.util.List;
import java.util.Map;

/**
 * Who meets a filter now.
 *
 * @param messageable those who would get a message
 * @param skipped the others, by the reason why not
 * @param sample some of those who match
 */
public record SegmentPreview(long matched, long messageable, Map<SkipReason, Long> skipped, List<ContactView> sample) {

    static SegmentPreview of(Matched matched, List<ContactView> sample) {
        return new SegmentPreview(matched.matched(), matched.messageable(), matched.skipped(), sample);
    }
}
