package io.tiercast.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.mutiny.Uni;
import io.tiercast.security.SecretBox;
import io.tiercast.sender.PortfolioWindow;
import io.tiercast.sql.Selection;
import io.tiercast.sql.Sql;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;

/** A campaign of one sender over the real tables, which exists in the message tables only: no clock of the application looks at it. */
abstract class HotPath {

    private static final AtomicLong NEXT = new AtomicLong(5_000);
    static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");

    static final FreezeAudience.Policy POLICY =
            new FreezeAudience.Policy(null, null, InDoubtPolicy.RESOLVE, 3, Duration.ofDays(30), null);

    @Inject
    Sql sql;

    @Inject
    SecretBox secrets;

    @Inject
    AudienceStore audience;

    @Inject
    CampaignQueue queue;

    @Inject
    Claims claims;

    @Inject
    Deliveries deliveries;

    @Inject
    Doubts doubts;

    @Inject
    Orphans orphans;

    @Inject
    Recipients recipients;

    @Inject
    Tally tally;

    @Inject
    PortfolioWindow window;

    final long campaign = NEXT.incrementAndGet();
    final String marker = "hot" + campaign;
    long sender;
    long epoch;

    @BeforeEach
    void aSenderThatWeHold() {
        sender = await(sql.first("""
                insert into sender (name, phone_number_id, waba_id, sender_key, access_token)
                values ($1, $1, $1, $1, $2) returning id
                """, row -> row.getLong(0), marker, Buffer.buffer(secrets.seal("token"))));
        // Held by another node, so that the dispatcher of this application lets the sender be.
        await(sql.run("insert into sender_lease values ($1, 'test', 7, now() + interval '1 h')", sender));
        epoch = 7;
        await(window.ensure(sender));
    }

    List<Doubt> doubtsOfThisCampaign() {
        return doubtPlaces().stream()
                .map(place -> doubtsAt(place, null))
                .flatMap(List::stream)
                .filter(doubt -> doubt.attempt().key().campaignId() == campaign)
                .toList();
    }

    List<DoubtPlace> doubtPlaces() {
        return await(doubts.places(Duration.ZERO)).stream()
                .filter(place -> place.senderId() == sender)
                .toList();
    }

    List<Doubt> doubtsAt(DoubtPlace place, MessageKey after) {
        Neighbours around = await(doubts.around(place, Duration.ZERO, 50));
        return await(doubts.look(place, around, Duration.ZERO, after));
    }

    /** With its entry in the log, like the dispatcher and the webhook write it. */
    void answered(MessageKey key, MessageState state) {
        StatusEntry entry = new StatusEntry(key, 1, state, null, AT, "wamid." + key.seq(), null, null, null, null);
        await(deliveries.advance(List.of(Advance.status(new Attempt(key, 1), state, null, AT)), List.of(entry)));
    }

    MessageKey aClaimedMessage() {
        contact("Asha", "OPTED_IN");
        freezeAndOpen();
        return claim(1).get(0).key();
    }

    List<Claim> claim(int limit) {
        return claim(campaign, limit);
    }

    List<Claim> claim(long of, int limit) {
        return await(claims.claim(sender, epoch, of, limit));
    }

    void status(MessageKey key, MessageState state) {
        await(deliveries.advance(List.of(Advance.status(new Attempt(key, 1), state, null, AT)), List.of()));
    }

    MessageState state(MessageKey key) {
        return await(recipients.page(campaign, new Recipients.Filter(null, null, null, null), key.seq() - 1, 1))
                .get(0)
                .state();
    }

    void freezeAndOpen() {
        freeze();
        open(campaign);
    }

    void open(long id) {
        await(sql.inTransaction(transaction -> queue.open(transaction, id)));
    }

    void freeze() {
        freeze(campaign, "MARKETING");
    }

    /** A further campaign of the same sender to the same people. */
    long another(String category) {
        long id = NEXT.incrementAndGet();
        freeze(id, category);
        open(id);
        return id;
    }

    private void freeze(long id, String category) {
        await(audience.freeze(new FreezeAudience(
                id,
                sender,
                1,
                List.of(),
                new JsonObject(),
                new Candidates(category, List.of(everybody()), List.of(), List.of()),
                POLICY)));
    }

    Selection everybody() {
        return Selection.of("select id as contact_id from contact where external_id like ?", marker + "-%");
    }

    void contacts(int n, String consent) {
        for (int i = 0; i < n; i++) {
            contact("Contact " + i, consent);
        }
    }

    void contact(String name, String consent) {
        long n = await(sql.first(
                "select count(*) from contact where external_id like $1", row -> row.getLong(0), marker + "-%"));
        await(sql.run(
                "insert into contact (phone, name, external_id, marketing_consent) values ($1, $2, $3, $4)",
                "+9198%04d%04d".formatted(campaign % 10_000, n),
                name,
                marker + "-" + n,
                consent));
    }

    long inDoubtRows() {
        return await(
                sql.first("select count(*) from in_doubt where campaign_id = $1", row -> row.getLong(0), campaign));
    }

    /** The tally counts transitions; here the rows are counted and both must agree. */
    void assertCountsEqualRows() {
        Counts counts = await(tally.read(campaign));
        for (MessageState state : MessageState.values()) {
            assertEquals(count("state = " + state.code()), counts.in(state), state.name());
        }
        assertEquals(count("t_accepted is not null"), counts.everAccepted());
        assertEquals(count("t_sent is not null"), counts.everSent());
        assertEquals(count("t_delivered is not null"), counts.everDelivered());
        assertEquals(count("t_read is not null"), counts.everRead());
    }

    long count(String condition) {
        return await(sql.first(
                "select count(*) from message where campaign_id = $1 and " + condition,
                row -> row.getLong(0),
                campaign));
    }

    /** As the webhook and the dispatcher write it down. */
    void record(Verdict verdict) {
        record(verdict.advance());
    }

    void record(Advance advance) {
        await(deliveries.advance(List.of(advance), List.of()));
    }

    static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(10));
    }
}
