package io.tiercast.benchmark;

import io.vertx.core.json.JsonObject;

/** A line now and then on how far it is. */
final class Progress {

    private static final double EVERY_SECONDS = 5;

    private final long start = System.nanoTime();
    private double said;

    JsonObject shows(JsonObject figures, int recipients) {
        double seconds = (System.nanoTime() - start) / 1e9;
        if (seconds - said >= EVERY_SECONDS) {
            said = seconds;
            System.out.printf(
                    "%7.1f s: %,d of %,d accepted, %,d throttled; %,d statuses acknowledged, %,d wait%n",
                    seconds,
                    figures.getInteger("accepted"),
                    recipients,
                    figures.getInteger("throttled"),
                    figures.getInteger("acknowledged"),
                    figures.getInteger("pending"));
        }
        return figures;
    }
}
