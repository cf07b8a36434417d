package io.tiercast.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LogInThrottleTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    LogInThrottle throttle;

    @Test
    void ofManyAttemptsAtTheSameTimeNoMoreAreAdmittedThanOneAfterTheOther() {
        String user = UUID.randomUUID().toString();
        List<Uni<Boolean>> attempts = IntStream.range(0, 40)
                .mapToObj(i -> throttle.attempt(user, "192.0.2.1")
                        .map(admitted -> true)
                        .onFailure()
                        .recoverWithItem(false))
                .toList();
        List<Boolean> admitted = Uni.join().all(attempts).andFailFast().await().atMost(SOON);
        assertEquals(5, admitted.stream().filter(one -> one).count());
    }
}
