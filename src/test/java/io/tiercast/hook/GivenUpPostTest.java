package io.tiercast.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.tiercast.sql.Sql;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GivenUpPostTest {

    @Inject
    Sql sql;

    @Inject
    HookDeliveries deliveries;

    /** Its endpoint was disabled while it was under way; were it not finished any more, it would be kept for ever. */
    @Test
    void aPostThatWasGivenUpStaysSoWhateverComesOfItsLastTry() {
        long id = number("""
                with endpoint as (
                  insert into webhook_endpoint (url, events, secret, state) values ('https://example.com', '{}', '', 'DISABLED') returning id)
                insert into webhook_delivery (endpoint_id, events, state, attempts, finished_at)
                select id, 1, 'FAILED', 1, now() from endpoint returning id""");
        deliveries
                .failed(new HookDeliveries.Due(id, 0, "https://example.com", new byte[0], "{}", 1), 500, "late", false)
                .await()
                .atMost(Duration.ofSeconds(10));
        assertEquals(1, number("select count(*) from webhook_delivery where finished_at is not null and id = " + id));
        sql.run("delete from webhook_endpoint where url = 'https://example.com' and secret = ''")
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private long number(String query) {
        return sql.first(query, row -> row.getLong(0)).await().atMost(Duration.ofSeconds(10));
    }
}
