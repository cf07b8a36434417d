package io.tiercast.security;

/** What a caller came in with, in the form in which it is stored. */
record Credential(Kind kind, String hash) {

    enum Kind {
        API_KEY,
        SESSION,
        STREAM_TOKEN
    }

    static Credential of(Kind kind, String secret) {
        return new Credential(kind, Secrets.hash(secret));
    }
}
