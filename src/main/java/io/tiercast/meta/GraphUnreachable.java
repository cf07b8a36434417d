package io.tiercast.meta;

/** Meta gave no usable answer in time. */
public class GraphUnreachable extends RuntimeException {

    GraphUnreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
