package io.tiercast.contact;

import static io.tiercast.contact.People.create;
import static io.tiercast.contact.People.phone;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.tiercast.boot.Waiting;
import io.tiercast.contact.MarketingPreferences.Refusal;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** While an import holds one of two people and goes on to the other, what both of them say waits: two orders would deadlock. */
@QuarkusTest
class LockOrderTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Sql sql;

    @Inject
    MarketingPreferences preferences;

    @Inject
    Identities identities;

    private String first;
    private String second;
    private List<Long> ids;

    private void twoPeople(boolean inOrder) {
        first = phone();
        second = phone();
        ids = Stream.of(inOrder ? first : second, inOrder ? second : first)
                .map(phone -> create("{'phone':'%s'}".formatted(phone))
                        .extract()
                        .jsonPath()
                        .getLong("id"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void optOutsWaitForAnImport(boolean inOrder) {
        twoPeople(inOrder);
        assertNoDeadlock(() -> preferences
                .apply(Stream.of(second, first)
                        .map(phone -> new MarketingPreference(phone.substring(1), null, false, "test", null, null))
                        .toList())
                .subscribeAsCompletionStage());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusalsWaitForAnImport(boolean inOrder) {
        twoPeople(inOrder);
        assertNoDeadlock(() -> preferences
                .refuse(
                        ids.stream()
                                .map(id -> new Refusal(id, OffsetDateTime.now()))
                                .toList(),
                        true,
                        "test")
                .subscribeAsCompletionStage());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void messagesFromPeopleWaitForAnImport(boolean inOrder) {
        twoPeople(inOrder);
        List<OffsetDateTime> now = List.of(OffsetDateTime.now(), OffsetDateTime.now());
        assertNoDeadlock(() -> identities.heard(ids, now).subscribeAsCompletionStage());
    }

    private void assertNoDeadlock(Supplier<CompletableFuture<?>> said) {
        CompletableFuture<?>[] waiting = new CompletableFuture<?>[1];
        sql.inTransaction(holding -> hold(holding, first)
                        .invoke(() -> waiting[0] = said.get())
                        .chain(() -> Uni.createFrom()
                                .voidItem()
                                .emitOn(Infrastructure.getDefaultWorkerPool())
                                .invoke(this::awaitSomebodyWaiting))
                        .chain(() -> hold(holding, second)))
                .await()
                .atMost(SOON);
        waiting[0].orTimeout(SOON.toSeconds(), TimeUnit.SECONDS).join();
        assertEquals(0, waiters());
    }

    private static Uni<?> hold(SqlConnection holding, String phone) {
        return holding.preparedQuery("select from contact where phone = $1 for no key update")
                .execute(Tuple.of(phone));
    }

    private void awaitSomebodyWaiting() {
        Waiting.until("somebody to wait for the lock", SOON, () -> waiters() > 0);
    }

    private long waiters() {
        return sql.first(
                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%contact%'",
                        row -> row.getLong(0))
                .await()
                .atMost(SOON);
    }
}
