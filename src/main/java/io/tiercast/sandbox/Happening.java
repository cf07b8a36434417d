package io.tiercast.sandbox;

/**
 * One thing that happens to an accepted message.
 *
 * @param afterMillis when it happens, from acceptance
 * @param toldAfterMillis when the webhook tells it, from acceptance
 * @param code Meta's code of a failure, else null
 * @param detail the words of a reply or the payload of a pressed button, else null
 */
record Happening(Kind kind, long afterMillis, long toldAfterMillis, Integer code, String detail) {

    static Happening of(Kind kind, long afterMillis) {
        return new Happening(kind, afterMillis, afterMillis, null, null);
    }

    static Happening failure(int code, long afterMillis) {
        return new Happening(Kind.FAILED, afterMillis, afterMillis, code, null);
    }

    static Happening reply(Kind kind, String detail, long afterMillis) {
        return new Happening(kind, afterMillis, afterMillis, null, detail);
    }

    Happening toldAt(long millis) {
        return new Happening(kind, afterMillis, millis, code, detail);
    }
}
