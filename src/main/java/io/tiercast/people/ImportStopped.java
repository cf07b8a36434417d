package io.tiercast.people;

/** Somebody else has ended this import, or has moved it on: nothing of the batch may be stored. */
class ImportStopped extends RuntimeException {

    ImportStopped() {
        super("the import is not ours any more", null, false, false);
    }
}
