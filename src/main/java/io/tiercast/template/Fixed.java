package io.tiercast.template;

import io.tiercast.template.ButtonPart.Face;
import java.util.Map;

/** A button of which Meta knows everything: a fixed link, a call, the view of a single product. */
record Fixed(Face face, String target) implements ButtonPart {

    @Override
    public String target(String at, Map<String, String> values) {
        return target;
    }
}
