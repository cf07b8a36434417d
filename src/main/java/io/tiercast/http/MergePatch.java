package io.tiercast.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiercast.problem.JsonProblems;
import io.tiercast.problem.Problems;
import io.tiercast.problem.Violations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Set;

/**
 * Applies a JSON merge patch (RFC 7396) to a request record: what is named is set, {@code null} clears, the rest stays.
 *
 * <pre>{@code
 * @PATCH
 * @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
 * public Uni<Response> patch(long id, JsonNode patch) {
 *     // the current state as the record that would create it; the answer is validated like a request
 *     UpdateContact wanted = mergePatch.apply(patch, UpdateContact.of(contact), UpdateContact.class);
 * }</pre>
 */
@ApplicationScoped
public class MergePatch {

    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final ObjectMapper json;
    private final Validator validator;

    MergePatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** The patched record; 400 naming the fields if a field is unknown, of the wrong type, or violates a constraint. */
    public <T> T apply(JsonNode patch, T current, Class<T> type) {
        if (!patch.isObject()) {
            throw Problems.of(
                    400, "malformed-request", "The request is not well-formed", "A patch is a JSON object", List.of());
        }
        T patched = read(merge(json.valueToTree(current), patch), type);
        Set<ConstraintViolation<T>> violations = validator.validate(patched);
        if (!violations.isEmpty()) {
            throw Violations.problem(violations);
        }
        return patched;
    }

    private <T> T read(JsonNode patched, Class<T> type) {
        try {
            return json.treeToValue(patched, type);
        } catch (JsonProcessingException e) {
            throw JsonProblems.of(e);
        }
    }

    private JsonNode merge(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode merged = target instanceof ObjectNode object ? object : json.createObjectNode();
        patch.properties().forEach(field -> set(merged, field.getKey(), field.getValue()));
        return merged;
    }

    private void set(ObjectNode target, String field, JsonNode value) {
        if (value.isNull()) {
            target.remove(field);
        } else {
            target.set(field, merge(target.path(field), value));
        }
    }
}
