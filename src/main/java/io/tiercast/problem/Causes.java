package io.tiercast.problem;

import io.smallrye.mutiny.CompositeException;
import java.util.stream.Stream;

/** A failure and what led to it, outermost first. */
final class Causes {

    private static final int DEPTH = 16;

    private Causes() {}

    static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Causes::next).limit(DEPTH);
    }

    private static Throwable next(Throwable failure) {
        return failure instanceof CompositeException several
                ? several.getCauses().get(0)
                : failure.getCause();
    }
}
