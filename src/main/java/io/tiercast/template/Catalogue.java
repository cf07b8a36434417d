package io.tiercast.template;

import io.tiercast.template.ButtonPart.Face;
import java.util.List;

/** Opens the catalogue. Meta shows its first product unless another one is given. */
record Catalogue(Face face) implements ButtonPart {

    @Override
    public List<TemplateVariable> variables(String at) {
        return List.of(TemplateVariable.optional(face.key(at) + "thumbnail", VariableKind.PRODUCT));
    }

    @Override
    public void send(SlottedJson json, String at) {
        String key = face.key(at) + "thumbnail";
        if (json.given(key)) {
            json.button("CATALOG", Integer.toString(face.index()), "action")
                    .add("\"action\":{")
                    .text("thumbnail_product_retailer_id", key)
                    .add("}")
                    .endOfComponent();
        }
    }
}
