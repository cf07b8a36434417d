package io.tiercast.meta;

/** The body of a webhook is not what Meta sends. */
public class MalformedPayload extends RuntimeException {

    public MalformedPayload(String message) {
        super(message);
    }
}
