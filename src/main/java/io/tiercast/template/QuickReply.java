package io.tiercast.template;

import io.tiercast.template.ButtonPart.Face;
import java.util.List;

/** Comes back as a message when it is pressed: with its payload, or else with its label. */
record QuickReply(Face face) implements ButtonPart {

    @Override
    public List<TemplateVariable> variables(String at) {
        return List.of(TemplateVariable.optional(face.key(at) + "payload", VariableKind.PAYLOAD));
    }

    @Override
    public void send(SlottedJson json, String at) {
        String key = face.key(at) + "payload";
        if (json.given(key)) {
            json.button("quick_reply", face.quotedIndex(), "payload")
                    .text("payload", key)
                    .endOfComponent();
        }
    }
}
