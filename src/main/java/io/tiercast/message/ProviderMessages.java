package io.tiercast.message;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The messages by their provider's ids, for senders whose statuses bring nothing else. */
@ApplicationScoped
public class ProviderMessages {

    private record Known(String messageId, Attempt attempt) {}

    private static final String REMEMBER = """
            insert into provider_message (sender_id, message_id, campaign_id, seq, attempt)
            select $1, * from unnest($2::text[], $3::bigint[], $4::integer[], $5::smallint[]) on conflict do nothing
            """;

    private static final String FIND = """
            select message_id, campaign_id, seq, attempt from provider_message where sender_id = $1 and message_id = any($2)
            """;

    // A message may be tried for 30 days, and read later still.
    private static final String FORGET = """
            delete from provider_message where ctid = any(array(
              select ctid from provider_message where at < now() - interval '45 days' limit 50000))
            """;

    private final Sql sql;

    public ProviderMessages(Sql sql) {
        this.sql = sql;
    }

    /** To be called before an acceptance is written down, so that whatever is known as accepted can be found. */
    public Uni<Void> remember(long senderId, List<StatusEntry> answers) {
        List<StatusEntry> accepted =
                answers.stream().filter(entry -> entry.wamid() != null).toList();
        return accepted.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.run(
                                REMEMBER,
                                senderId,
                                accepted.stream().map(StatusEntry::wamid).toArray(String[]::new),
                                accepted.stream()
                                        .map(entry -> entry.key().campaignId())
                                        .toArray(Long[]::new),
                                accepted.stream()
                                        .map(entry -> entry.key().seq())
                                        .toArray(Integer[]::new),
                                accepted.stream()
                                        .map(entry -> (short) entry.attempt())
                                        .toArray(Short[]::new))
                        .replaceWithVoid();
    }

    /** By id; those that nobody knows are left out. */
    public Uni<Map<String, Attempt>> find(long senderId, Collection<String> messageIds) {
        return messageIds.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : sql.rows(FIND, ProviderMessages::known, senderId, messageIds.toArray(String[]::new))
                        .map(ProviderMessages::byId);
    }

    static Attempt attempt(Row row) {
        return new Attempt(new MessageKey(row.getLong("campaign_id"), row.getInteger("seq")), row.getShort("attempt"));
    }

    @Scheduled(every = "1h", identity = "provider-messages")
    Uni<Void> forget() {
        return sql.run(FORGET).replaceWithVoid();
    }

    private static Known known(Row row) {
        return new Known(row.getString("message_id"), attempt(row));
    }

    private static Map<String, Attempt> byId(List<Known> found) {
        Map<String, Attempt> byId = new HashMap<>();
        found.forEach(known -> byId.put(known.messageId(), known.attempt()));
        return byId;
    }
}
