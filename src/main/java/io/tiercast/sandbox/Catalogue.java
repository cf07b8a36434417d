package io.tiercast.sandbox;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The templates of the sandbox's WhatsApp Business account, from {@code sandbox/templates.json}. */
record Catalogue(List<ApprovedTemplate> templates, Map<String, ApprovedTemplate> byKey) {

    static Catalogue of(List<ApprovedTemplate> templates) {
        Map<String, ApprovedTemplate> byKey = templates.stream()
                .collect(Collectors.toMap(template -> key(template.name(), template.language()), Function.identity()));
        return new Catalogue(templates, byKey);
    }

    static Catalogue load() {
        try (InputStream in = Catalogue.class.getResourceAsStream("/sandbox/templates.json")) {
            JsonArray all = new JsonArray(Buffer.buffer(in.readAllBytes()));
            return of(all.stream()
                    .map(JsonObject.class::cast)
                    .map(ApprovedTemplate::of)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With others in the place of those of the same id, and some taken out. */
    Catalogue with(List<ApprovedTemplate> changed, Set<String> deleted) {
        Map<String, ApprovedTemplate> byId = new LinkedHashMap<>();
        templates.forEach(template -> byId.put(template.id(), template));
        changed.forEach(template -> byId.put(template.id(), template));
        byId.keySet().removeAll(deleted);
        return of(List.copyOf(byId.values()));
    }

    Optional<ApprovedTemplate> byId(String id) {
        return templates.stream().filter(template -> template.id().equals(id)).findFirst();
    }

    Optional<ApprovedTemplate> find(String name, String language) {
        return Optional.ofNullable(byKey.get(key(name, language)));
    }

    private static String key(String name, String language) {
        return name + '\n' + language;
    }
}
