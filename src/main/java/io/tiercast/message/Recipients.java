package io.tiercast.message;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** Who is in a campaign's audience and how each stands, in the order of the audience. */
@ApplicationScoped
public class Recipients {

    /**
     * What to show; each null for everything.
     *
     * @param errorCodes any of them
     */
    public record Filter(MessageState state, List<Integer> errorCodes, SkipReason reason, String phone) {}

    private static final String PAGE = """
            select m.*, c.id as known_contact, c.phone, c.name
            from message m left join contact c on c.id = m.contact_id
            where m.campaign_id = $1 and m.seq > $2
              and ($3::smallint is null or m.state = $3)
              and ($4::integer[] is null or m.state = 9 and m.error = any($4))
              and ($5::text is null or c.phone = $5)
              and ($6::smallint is null or m.reason = $6)
            order by m.seq limit $7
            """;

    private static final String OF_CONTACT = """
            select m.*, c.id as known_contact, c.phone, c.name
            from message m left join contact c on c.id = m.contact_id
            where m.campaign_id = $1 and m.contact_id = $2
            """;

    private final Sql sql;

    public Recipients(Sql sql) {
        this.sql = sql;
    }

    /** One contact of an audience; null if it is not in it. */
    public Uni<RecipientView> of(long campaignId, long contactId) {
        return sql.first(OF_CONTACT, Recipients::view, campaignId, contactId);
    }

    /** @param afterSeq only those behind this place; 0 for the first page */
    public Uni<List<RecipientView>> page(long campaignId, Filter filter, long afterSeq, int limit) {
        return sql.rows(
                PAGE,
                Recipients::view,
                campaignId,
                (int) afterSeq,
                filter.state() == null ? null : filter.state().code(),
                filter.errorCodes() == null ? null : filter.errorCodes().toArray(Integer[]::new),
                filter.phone(),
                filter.reason() == null ? null : filter.reason().code(),
                limit);
    }

    private static RecipientView view(Row row) {
        Integer reason = row.getInteger("reason");
        return new RecipientView(
                row.getInteger("seq"),
                row.getLong("known_contact"),
                row.getString("phone"),
                row.getString("name"),
                MessageState.of(row.getInteger("state")),
                reason == null ? null : SkipReason.of(reason),
                row.getInteger("error"),
                row.getInteger("attempt"),
                instant(row, "t_tried"),
                instant(row, "t_accepted"),
                instant(row, "t_sent"),
                instant(row, "t_delivered"),
                instant(row, "t_read"),
                instant(row, "t_failed"));
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
