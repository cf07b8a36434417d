package io.tiercast.template;

import io.tiercast.template.ButtonPart.Face;
import java.util.List;

/** Opens a list of products, chosen at sending. */
record ProductList(Face face) implements ButtonPart {

    @Override
    public List<TemplateVariable> variables(String at) {
        return List.of(
                TemplateVariable.needed(face.key(at) + "thumbnail", null, VariableKind.PRODUCT),
                TemplateVariable.needed(face.key(at) + "sections", null, VariableKind.PRODUCT_SECTIONS));
    }

    @Override
    public void send(SlottedJson json, String at) {
        json.button("mpm", Integer.toString(face.index()), "action").add("\"action\":{");
        json.text("thumbnail_product_retailer_id", face.key(at) + "thumbnail");
        json.add(",\"sections\":").slot(face.key(at) + "sections");
        json.add("}").endOfComponent();
    }
}
