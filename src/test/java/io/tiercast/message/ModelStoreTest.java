package io.tiercast.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The statements and their model, given the same random history, end up the same after every step. */
@QuarkusTest
class ModelStoreTest extends HotPath {

    private static final int PEOPLE = 8;
    private static final int STEPS = 40;
    private static final int[] CODES = {130429, 131000, 131026, 131049, 131056, 132015};

    private static final Comparator<Attempt> ORDER = Comparator.comparing(Attempt::key);

    static IntStream seeds() {
        return IntStream.rangeClosed(1, Integer.getInteger("model.seeds", 25));
    }

    private long now = System.currentTimeMillis() / 60_000 * 60_000;
    private final List<Claim> claimed = new ArrayList<>();
    private ModelStore model;
    private Random random;

    @ParameterizedTest
    @MethodSource("seeds")
    void theModelIsWhatTheStatementsDo(int seed) {
        random = new Random(seed);
        contacts(PEOPLE, "OPTED_IN");
        int limit = 3 + random.nextInt(PEOPLE);
        await(sql.run("update sender set messaging_limit = $2 where id = $1", sender, limit));
        freezeAndOpen();
        List<Long> campaigns = List.of(campaign, another("MARKETING"));
        model = new ModelStore(() -> now, limit);
        campaigns.forEach(id -> model.freeze(id, 3, phones()));
        for (int i = 0; i < 7; i++) {
            model.acquire("owner " + i, Duration.ZERO); // up to the epoch of the lease here
        }
        for (int step = 0; step < STEPS; step++) {
            settle(); // the application's clock does it, too, whenever it likes
            String done = step(campaigns);
            settle();
            assertSame("seed " + seed + ", step " + step + ": " + done);
        }
    }

    private String step(List<Long> campaigns) {
        long id = campaigns.get(random.nextInt(campaigns.size()));
        switch (random.nextInt(7)) {
            case 0, 1 -> {
                int most = 1 + random.nextInt(4);
                List<Claim> claims = claim(id, most);
                assertEquals(
                        claims.stream().map(Claim::asAttempt).sorted(ORDER).toList(),
                        model.claim(7, id, most).stream()
                                .map(Claim::asAttempt)
                                .sorted(ORDER)
                                .toList());
                claimed.addAll(claims);
                return "claim " + most;
            }
            case 2, 3, 4 -> {
                List<Advance> evidence = evidence();
                await(deliveries.advance(evidence, List.of()));
                model.advance(evidence, List.of());
                return evidence.toString();
            }
            default -> {
                return random.nextInt(3) == 0 ? adopt() : becomeDue();
            }
        }
    }

    private void settle() {
        await(window.settle());
        model.settleWindow();
        dueIn("1 d", now + 86_400_000); // nothing comes due by itself
    }

    private String adopt() {
        assertEquals(model.adopt(), await(orphans.adopt(sender)));
        List<Attempt> some = claimed.stream()
                .map(Claim::asAttempt)
                .filter(attempt -> random.nextBoolean())
                .toList();
        model.sendAgain(some);
        await(doubts.sendAgain(some));
        return "adopt, and send again " + some;
    }

    private String becomeDue() {
        dueIn("0 s", now);
        long id = campaignOfRetries();
        List<Claim> claims = claim(id, 3);
        assertEquals(attempts(model.claim(7, id, 3)), attempts(claims));
        claimed.addAll(claims);
        return "claim what is due of " + id;
    }

    private long campaignOfRetries() {
        return model.rows().stream()
                .filter(row -> row.dueAt != null)
                .map(row -> row.key.campaignId())
                .findFirst()
                .orElse(campaign);
    }

    private void dueIn(String interval, long modelTime) {
        await(sql.run("""
                update retry_queue q set due_at = now() + $2::text::interval
                from campaign_run r where r.campaign_id = q.campaign_id and r.sender_id = $1
                """, sender, interval));
        model.rows().forEach(row -> row.dueAt = row.dueAt == null ? null : (Long) modelTime);
    }

    private static List<Attempt> attempts(List<Claim> claims) {
        return claims.stream().map(Claim::asAttempt).sorted(ORDER).toList();
    }

    private List<Advance> evidence() {
        List<Advance> evidence = new ArrayList<>();
        for (int i = 0; i < 3 && !claimed.isEmpty(); i++) {
            evidence.add(evidence(claimed.get(random.nextInt(claimed.size())).asAttempt()));
        }
        // Rows of one batch are told apart by attempt only, so the order inside it must not matter: one of each
        // message.
        return new ArrayList<>(
                new TreeMap<>(evidence.stream().collect(Collectors.toMap(Advance::key, a -> a, (a, b) -> a))).values());
    }

    private Advance evidence(Attempt attempt) {
        Instant at = Instant.ofEpochMilli(now);
        int code = CODES[random.nextInt(CODES.length)];
        return switch (random.nextInt(9)) {
            case 0 -> Advance.accepted(attempt, random.nextInt(4) == 0, at);
            case 1 -> Advance.inDoubt(attempt);
            case 2, 3 -> Verdict.refused(attempt, code, at).advance();
            case 4, 5 -> Verdict.failed(attempt, code, at).advance();
            case 6 -> Advance.status(attempt, MessageState.SENT, null, at);
            case 7 -> Advance.status(attempt, MessageState.DELIVERED, null, at);
            default -> Advance.status(attempt, MessageState.READ, null, at);
        };
    }

    private List<String> phones() {
        return await(sql.rows(
                "select phone from contact where external_id like $1 order by id",
                row -> row.getString("phone"),
                marker + "-%"));
    }

    private void assertSame(String after) {
        List<String> rows = await(sql.rows(
                """
                select m.*, q.due_at is not null as retry from message m join campaign_run r on r.campaign_id = m.campaign_id
                left join retry_queue q on q.campaign_id = m.campaign_id and q.seq = m.seq
                where r.sender_id = $1 order by m.campaign_id, m.seq
                """,
                row -> line(
                        row.getLong("campaign_id") + "/" + row.getInteger("seq"),
                        row.getInteger("state"),
                        row.getInteger("attempt"),
                        row.getInteger("tries"),
                        row.getInteger("doubts"),
                        row.getInteger("arrived"),
                        row.getInteger("error"),
                        row.getValue("t_accepted") != null,
                        row.getValue("t_sent") != null,
                        row.getValue("t_delivered") != null,
                        row.getValue("t_read") != null,
                        row.getBoolean("retry")),
                sender));
        assertEquals(
                String.join(
                        "\n", model.rows().stream().map(ModelStoreTest::line).toList()),
                String.join("\n", rows),
                after);
        assertCountsEqualRows();
        assertEquals(
                model.rows().stream()
                        .filter(row -> row.key.campaignId() == campaign)
                        .mapToInt(ModelStore.Row::duplicates)
                        .sum(),
                await(tally.read(campaign)).duplicates(),
                after);
        assertEquals(model.used(), await(window.limits(sender)).usedLast24h(), after);
    }

    private static String line(ModelStore.Row row) {
        return line(
                row.key.campaignId() + "/" + row.key.seq(),
                row.state,
                row.attempt,
                row.tries,
                row.doubts,
                row.arrived,
                row.error,
                row.acceptedAt != null,
                row.sentAt != null,
                row.deliveredAt != null,
                row.readAt != null,
                row.dueAt != null);
    }

    private static String line(Object... values) {
        return Arrays.toString(values);
    }
}
