package io.tiercast.template;

import io.tiercast.template.ButtonPart.Face;
import java.util.List;
import java.util.Map;

/** Copies a coupon. */
record CopyCode(Face face, String example) implements ButtonPart {

    @Override
    public List<TemplateVariable> variables(String at) {
        return List.of(TemplateVariable.needed(face.key(at) + "code", example, VariableKind.COUPON));
    }

    @Override
    public void send(SlottedJson json, String at) {
        json.button("copy_code", face.quotedIndex(), "coupon_code")
                .text("coupon_code", face.key(at) + "code")
                .endOfComponent();
    }

    @Override
    public String target(String at, Map<String, String> values) {
        return values.getOrDefault(face.key(at) + "code", example);
    }
}
