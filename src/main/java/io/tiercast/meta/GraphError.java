package io.tiercast.meta;

/** Meta answered a read or a management call with an error. Its message is kept out of logs and answers: it may quote the token. */
public class GraphError extends RuntimeException {

    private static final int EXPIRED_CURSOR = 131059;

    private final int code;
    private final String details;

    GraphError(int code, String details) {
        super("Meta's error " + code);
        this.code = code;
        this.details = details;
    }

    public int code() {
        return code;
    }

    /** Meta's explanation; null where it gave none. */
    public String details() {
        return details;
    }

    static boolean isExpiredCursor(Throwable failure) {
        return failure instanceof GraphError error && error.code == EXPIRED_CURSOR;
    }
}
