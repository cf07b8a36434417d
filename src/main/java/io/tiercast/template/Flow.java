package io.tiercast.template;

import io.tiercast.template.ButtonPart.Face;
import java.util.List;

/** Opens a flow. Meta wants the component even where nothing is given; {@code unused} is its own word for no token. */
record Flow(Face face) implements ButtonPart {

    @Override
    public List<TemplateVariable> variables(String at) {
        return List.of(
                TemplateVariable.optional(face.key(at) + "flow_token", VariableKind.FLOW_TOKEN),
                TemplateVariable.optional(face.key(at) + "flow_data", VariableKind.FLOW_DATA));
    }

    @Override
    public void send(SlottedJson json, String at) {
        json.button("flow", face.quotedIndex(), "action").add("\"action\":{");
        if (json.given(face.key(at) + "flow_token")) {
            json.text("flow_token", face.key(at) + "flow_token");
        } else {
            json.add("\"flow_token\":\"unused\"");
        }
        if (json.given(face.key(at) + "flow_data")) {
            json.add(",\"flow_action_data\":").slot(face.key(at) + "flow_data");
        }
        json.add("}").endOfComponent();
    }
}
