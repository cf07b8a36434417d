package io.tiercast.media;

/** A link that is not followed, or brought no file; the message says why. */
class LinkRefused extends RuntimeException {

    LinkRefused(String message) {
        super(message);
    }
}
