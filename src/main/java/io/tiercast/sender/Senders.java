package io.tiercast.sender;

import io.smallrye.mutiny.Uni;
import io.tiercast.meta.MarketingMessages;
import io.tiercast.provider.Provider;
import io.tiercast.security.SecretBox;
import io.tiercast.sql.Sql;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * The senders as the roads use them: asked for with every chunk and every webhook, so all of them (an organisation has few) are
 * kept for some seconds. A change on this node shows at once, one on another node within that time.
 */
@ApplicationScoped
public class Senders {

    private static final Logger LOG = Logger.getLogger(Senders.class);

    private static final Duration KEEP = Duration.ofSeconds(5);

    private static final String ALL = """
            select id, phone_number_id, waba_id, portfolio_id, sender_key, status, access_token, app_secret,
              coalesce(throughput_own, throughput_meta) as throughput, messaging_limit, marketing_messages, provider
            from sender
            """;

    private final Sql sql;
    private final SecretBox secrets;
    private final Clock clock;
    private final AtomicInteger changes = new AtomicInteger();
    private final Set<Long> unusable = ConcurrentHashMap.newKeySet();
    private volatile Snapshot snapshot = new Snapshot(List.of(), Instant.MIN);

    private record Snapshot(List<SendingNumber> numbers, Instant goodUntil) {}

    public Senders(Sql sql, SecretBox secrets, Clock clock) {
        this.sql = sql;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** The value is kept and not the Uni: who waits for a shared Uni goes on in the context of another's request. */
    public Uni<List<SendingNumber>> all() {
        Snapshot kept = snapshot;
        return clock.instant().isBefore(kept.goodUntil()) ? Uni.createFrom().item(kept.numbers()) : read();
    }

    public Uni<Optional<SendingNumber>> byId(long id) {
        return first(number -> number.id() == id);
    }

    public Uni<Optional<SendingNumber>> byPhoneNumberId(String phoneNumberId) {
        return first(number -> number.phoneNumberId().equals(phoneNumberId));
    }

    public Uni<Optional<SendingNumber>> byKey(String senderKey) {
        return first(number -> number.senderKey().equals(senderKey));
    }

    /** All numbers of a WhatsApp Business account. */
    public Uni<List<SendingNumber>> ofAccount(String wabaId) {
        return all().map(numbers -> numbers.stream()
                .filter(number -> number.wabaId().equals(wabaId))
                .toList());
    }

    /** To be called once a change is committed. */
    void changed() {
        changes.incrementAndGet();
        snapshot = new Snapshot(List.of(), Instant.MIN);
    }

    private Uni<Optional<SendingNumber>> first(Predicate<SendingNumber> which) {
        return all().map(numbers -> numbers.stream().filter(which).findFirst());
    }

    private Uni<List<SendingNumber>> read() {
        int before = changes.get();
        return sql.rows(ALL, this::number).invoke(numbers -> keep(numbers, before));
    }

    /** What was read while something changed may be old already. */
    private void keep(List<SendingNumber> numbers, int before) {
        tell(numbers);
        if (changes.get() == before) {
            snapshot = new Snapshot(numbers, clock.instant().plus(KEEP));
        }
    }

    /** Each once, until it is mended. */
    private void tell(List<SendingNumber> numbers) {
        for (SendingNumber number : numbers) {
            if (number.trouble() == null) {
                unusable.remove(number.id());
            } else if (unusable.add(number.id())) {
                LOG.errorf("Sender %d cannot be used. %s", number.id(), number.trouble());
            }
        }
    }

    private SendingNumber number(Row row) {
        OpenedSecrets opened = OpenedSecrets.of(secrets, bytes(row, "access_token"), bytes(row, "app_secret"));
        return new SendingNumber(
                row.getLong("id"),
                row.getString("phone_number_id"),
                row.getString("waba_id"),
                row.getString("portfolio_id"),
                row.getString("sender_key"),
                row.getString("status"),
                opened.accessToken(),
                opened.appSecret(),
                opened.trouble(),
                row.getDouble("throughput"),
                row.getInteger("messaging_limit"),
                MarketingMessages.valueOf(row.getString("marketing_messages")),
                provider(row.getJsonObject("provider")));
    }

    private static byte[] bytes(Row row, String column) {
        Buffer stored = row.getBuffer(column);
        return stored == null ? null : stored.getBytes();
    }

    private static Provider provider(JsonObject stored) {
        return stored == null ? Provider.META : stored.mapTo(Provider.class);
    }
}
