package io.tiercast.template;

import io.tiercast.template.ButtonPart.Face;
import java.util.List;
import java.util.Map;

/** An address that ends in a variable. */
record Link(Face face, String url, String example) implements ButtonPart {

    @Override
    public List<TemplateVariable> variables(String at) {
        return List.of(TemplateVariable.needed(face.key(at) + "url", suffixExample(), VariableKind.URL_SUFFIX));
    }

    @Override
    public void send(SlottedJson json, String at) {
        json.button("url", face.quotedIndex(), "text")
                .text("text", face.key(at) + "url")
                .endOfComponent();
    }

    @Override
    public String target(String at, Map<String, String> values) {
        return TextPart.fill(url, name -> values.getOrDefault(face.key(at) + "url", orPlaceholder(name)));
    }

    /** What is sent is only the end: of an example given as a whole address, the part behind the fixed one. */
    private String suffixExample() {
        String fixed = url.substring(0, url.indexOf("{{"));
        return example != null && example.startsWith(fixed) ? example.substring(fixed.length()) : example;
    }

    private String orPlaceholder(String name) {
        return suffixExample() == null ? "{{" + name + "}}" : suffixExample();
    }
}
