package io.tiercast.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tiercast.boot.TiercastProcess;
import io.tiercast.boot.Waiting;
import java.io.IOException;
import java.time.Duration;

/** The application that gets struck and comes back. */
record Victim(TiercastProcess tiercast) {

    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(30);
    private static final Duration BACK_WITHIN = Duration.ofSeconds(90);

    /** Returns once it is ready again. */
    void suffer(Blow blow) {
        if (blow.target() == Blow.Target.POSTGRES) {
            stopPostgresAtOnce();
            Waiting.until("the database to be brought back", BACK_WITHIN, tiercast::isReady);
        } else {
            tiercast.kill();
            tiercast.start();
        }
    }

    /** An application without its database must say that it is not ready. */
    private void stopPostgresAtOnce() {
        try {
            String pid = Long.toString(tiercast.postgres().pid());
            assertEquals(0, new ProcessBuilder("kill", "-QUIT", pid).start().waitFor());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        Waiting.until("the application to notice that its database is gone", NOTICED_WITHIN, () -> !tiercast.isReady());
    }
}
