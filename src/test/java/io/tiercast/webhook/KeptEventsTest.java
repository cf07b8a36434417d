package io.tiercast.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tiercast.meta.FakeGraph;
import io.tiercast.sql.Sql;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(FakeGraph.class)
class KeptEventsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Sql sql;

    @Inject
    KeptEvents events;

    @Test
    void whatMetaTellsAgainIsKeptOnce() {
        Business business = new Business();
        for (int i = 0; i < 3; i++) {
            business.tell("account_alerts", "{'entity_type':'WABA','alert_type':'ODD','alert_status':'ACTIVE'}");
            business.tell("a_field_of_tomorrow", "{'of':'%s'}".formatted(business.wabaId));
        }
        assertEquals(1, kept("AccountAlert", business.wabaId));
        assertEquals(1, kept("UnknownEvent", business.wabaId));
    }

    @Test
    void whatIsOlderThanAMonthIsForgottenHoweverMuchItIs() {
        run("delete from webhook_event");
        run("""
            insert into webhook_event (kind, at, body)
            select 'Old', now() - interval '31 days', '{}' from generate_series(1, 11000)""");
        run("insert into webhook_event (kind, at, body) values ('Young', now() - interval '29 days', '{}')");
        events.forget().await().atMost(SOON);
        assertEquals(0, kept("Old", ""));
        assertEquals(1, kept("Young", ""));
        run("delete from webhook_event where kind = 'Young'");
    }

    private long kept(String kind, String mark) {
        return sql.first(
                        "select count(*) from webhook_event where kind = $1 and position($2 in body::text) > 0",
                        row -> row.getLong(0),
                        kind,
                        mark)
                .await()
                .atMost(SOON);
    }

    private void run(String statement) {
        sql.run(statement).await().atMost(SOON);
    }
}
