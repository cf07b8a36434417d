package io.tiercast.campaign;

import io.smallrye.mutiny.Multi;
import io.tiercast.csv.CsvText;
import io.tiercast.message.RecipientView;
import io.tiercast.message.Recipients;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** An audience as CSV, page by page, so that its size does not matter. */
@ApplicationScoped
class RecipientExport {

    private static final int PAGE = 1_000;

    private static final List<String> HEADER = List.of(
            "phone",
            "name",
            "state",
            "reason",
            "error_code",
            "attempts",
            "accepted_at",
            "sent_at",
            "delivered_at",
            "read_at",
            "failed_at");

    private final Recipients recipients;

    RecipientExport(Recipients recipients) {
        this.recipients = recipients;
    }

    /** The header, then the recipients in the order of the audience. */
    Multi<String> csv(long campaignId, Recipients.Filter filter) {
        Multi<String> header = Multi.createFrom().item(CsvText.of(List.of(HEADER)));
        Multi<String> lines = pages(campaignId, filter)
                .map(page -> CsvText.of(page.stream().map(RecipientExport::line).toList()));
        return Multi.createBy().concatenating().streams(header, lines);
    }

    private Multi<List<RecipientView>> pages(long campaignId, Recipients.Filter filter) {
        return Multi.createBy()
                .repeating()
                .uni(
                        AtomicInteger::new,
                        last -> recipients
                                .page(campaignId, filter, last.get(), PAGE)
                                .invoke(page -> page.forEach(recipient -> last.set(recipient.seq()))))
                .until(List::isEmpty);
    }

    private static List<String> line(RecipientView recipient) {
        return Arrays.asList(
                recipient.phone(),
                recipient.name(),
                recipient.state().name(),
                Objects.toString(recipient.reason(), null),
                Objects.toString(recipient.errorCode(), null),
                Integer.toString(recipient.attempts()),
                Objects.toString(recipient.acceptedAt(), null),
                Objects.toString(recipient.sentAt(), null),
                Objects.toString(recipient.deliveredAt(), null),
                Objects.toString(recipient.readAt(), null),
                Objects.toString(recipient.failedAt(), null));
    }
}
