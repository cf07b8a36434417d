package io.tiercast.boot;

/** The environment does not allow a start. The message is one line, meant for the operator, and names what to change. */
final class StartRefused extends RuntimeException {

    StartRefused(String message) {
        super(message);
    }

    StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
