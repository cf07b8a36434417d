package io.tiercast.message;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.tiercast.contact.Identities;
import io.tiercast.contact.IdentitySql;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/** Keeps what people write whom nobody knows, and hands it to {@link Replies} once they are known. */
@ApplicationScoped
public class UnclaimedReplies {

    /**
     * A message from a stranger.
     *
     * @param message as it is kept once the person is known; its contact means nothing yet
     * @param waId the phone without its plus; may be null for people with a username
     * @param userId Meta's business-scoped id; may be null
     */
    public record Unclaimed(Reply message, String waId, String userId) {}

    private record Claimed(long id, Reply reply) {}

    private static final String KEEP = """
            insert into unclaimed_reply (wa_id, user_id, at, wamid, phone_number_id, type, body, payload, answered)
            select wa_id, user_id, least(at, now()), coalesce(wamid, ''), phone_number_id, type, body, payload, answered
            from unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
              as said(wa_id, user_id, at, wamid, phone_number_id, type, body, payload, answered)
            order by wamid, at
            on conflict do nothing
            """;

    private static final String KNOWN_NOW =
            "select distinct on (said.id) said.*, known.id as contact_id from unclaimed_reply said " + IdentitySql.KNOWN
                    + "order by said.id, known.rank limit 1000";

    private static final String CLAIMED = "delete from unclaimed_reply where id = any($1)";

    private static final String FORGET = "delete from unclaimed_reply where stored_at < now() - interval '30 days'";

    private final Sql sql;
    private final Identities identities;
    private final Replies replies;

    public UnclaimedReplies(Sql sql, Identities identities, Replies replies) {
        this.sql = sql;
        this.identities = identities;
        this.replies = replies;
    }

    /** What Meta tells twice is kept once. Whoever gives no name at all can never be known. */
    public Uni<Void> keep(List<Unclaimed> said) {
        List<Unclaimed> named = said.stream()
                .filter(one -> one.waId() != null || one.userId() != null)
                .toList();
        return named.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.run(
                                KEEP,
                                texts(named, Unclaimed::waId),
                                texts(named, Unclaimed::userId),
                                named.stream()
                                        .map(one -> one.message().at().atOffset(ZoneOffset.UTC))
                                        .toArray(OffsetDateTime[]::new),
                                texts(named, one -> one.message().wamid()),
                                texts(named, one -> one.message().phoneNumberId()),
                                texts(named, one -> one.message().type()),
                                texts(named, one -> one.message().text()),
                                texts(named, one -> one.message().payload()),
                                texts(named, one -> one.message().answered()))
                        .replaceWithVoid();
    }

    /** A reply is kept before it is forgotten here, and kept but once: a crash in between does no harm. */
    @Scheduled(every = "5s", identity = "unclaimed-replies", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> claim() {
        return sql.rows(KNOWN_NOW, UnclaimedReplies::claimed).chain(this::hand);
    }

    private Uni<Void> hand(List<Claimed> claimed) {
        if (claimed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Reply> said = claimed.stream().map(Claimed::reply).toList();
        return identities
                .heard(
                        said.stream().map(Reply::contactId).toList(),
                        said.stream()
                                .map(reply -> reply.at().atOffset(ZoneOffset.UTC))
                                .toList())
                .chain(() -> replies.keep(said))
                .chain(() -> sql.run(
                        CLAIMED, (Object) claimed.stream().map(Claimed::id).toArray(Long[]::new)))
                .replaceWithVoid();
    }

    @Scheduled(every = "1h", identity = "unclaimed-replies-forgotten")
    Uni<Void> forget() {
        return sql.run(FORGET).replaceWithVoid();
    }

    private static Claimed claimed(Row row) {
        return new Claimed(
                row.getLong("id"),
                new Reply(
                        row.getLong("contact_id"),
                        row.getOffsetDateTime("at").toInstant(),
                        row.getString("wamid"),
                        row.getString("phone_number_id"),
                        row.getString("type"),
                        row.getString("body"),
                        row.getString("payload"),
                        row.getString("answered")));
    }

    private static String[] texts(List<Unclaimed> said, Function<Unclaimed, String> value) {
        return said.stream().map(value).toArray(String[]::new);
    }
}
