package io.tiercast.template;

import io.tiercast.template.ButtonPart.Face;
import java.util.Optional;

/** From a newer version of Meta's API than this program knows. */
record UnknownButton(Face face) implements ButtonPart {

    @Override
    public Optional<String> problem() {
        return Optional.of("Campaigns cannot send a button of type " + face.type() + ".");
    }
}
