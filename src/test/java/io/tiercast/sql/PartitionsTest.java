package io.tiercast.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PartitionsTest {

    private static final int CALLS = 40;

    @Inject
    Sql sql;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create_message_partition(9000000 + $1::integer * 1000)",
                "create_status_log_partition(date '2041-01-01' + $1::integer)",
                "create_contact_event_partition(date '2041-01-01' + $1::integer)",
                "create_reply_partition(date '2041-01-01' + $1::integer * 31)"
            })
    void severalNodesMayCreateTheSameOneAtOnce(String partition) {
        List<Uni<Boolean>> calls = IntStream.range(0, CALLS)
                .mapToObj(call -> sql.first("select " + partition, row -> true, call / 8))
                .toList();
        List<Boolean> created =
                Uni.join().all(calls).andCollectFailures().await().atMost(Duration.ofSeconds(30));
        assertEquals(CALLS, created.size());
    }
}
