package io.tiercast.provider;

import io.tiercast.meta.GraphAccess;
import io.tiercast.meta.SendOutcome;
import io.tiercast.meta.SendTemplate;
import io.tiercast.meta.WebhookEvent;
import io.tiercast.problem.Problems;
import io.tiercast.problem.Problems.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/**
 * Any provider that takes a message by one HTTP request, described field by field. Its templates are kept here: copied by hand,
 * or imported.
 *
 * @param errors what its error codes mean; missing: none of them is known
 * @param statuses how it reports what becomes of messages; missing: it does not
 * @param messages how it passes on what people write; missing: it does not
 * @param templateIds its own ids of templates, by {@code name/language}
 */
@Schema(
        name = "HttpProvider",
        requiredProperties = "type",
        properties = @SchemaProperty(name = "type", enumeration = "HTTP"))
public record GenericHttp(
        @NotNull @Valid SendMapping send,
        @NotNull @Valid AnswerMapping answer,
        @Valid ErrorMapping errors,
        @Valid StatusMapping statuses,
        @Valid InboundMapping messages,
        @NotNull @Valid CallbackProof callbacks,
        @NotNull @Valid OwnNumber number,
        Map<String, String> templateIds)
        implements Provider {

    public GenericHttp {
        errors = errors == null ? ErrorMapping.NONE : errors;
        templateIds = templateIds == null ? Map.of() : templateIds;
    }

    @Override
    public Capabilities capabilities() {
        boolean evidence = statuses != null && statuses.callbackData() != null;
        return new Capabilities(false, false, statuses != null, evidence, false, false, false, messages != null);
    }

    @Override
    public SendRequest request(SendTemplate message) {
        return send.request(MessageValues.of(message, templateIds));
    }

    @Override
    public SendOutcome answer(int status, byte[] body) {
        return answer.read(status, body, errors);
    }

    /** What one of its calls reports, in its order. */
    public List<WebhookEvent> heard(String phoneNumberId, String contentType, byte[] body) {
        CallbackBody call = CallbackBody.read(contentType, body);
        List<WebhookEvent> events = new ArrayList<>();
        if (statuses != null) {
            events.addAll(statuses.read(phoneNumberId, call, errors));
        }
        if (messages != null) {
            events.addAll(messages.read(phoneNumberId, call));
        }
        return events;
    }

    @Override
    public GraphAccess graph(String accessToken) {
        throw Problems.conflict("not-offered", "The provider of this sender has no interface for that");
    }

    @Override
    public String webhookPath(String senderKey, boolean ownSecret) {
        return "/webhooks/provider/" + senderKey;
    }

    @Override
    public Map<String, String> addresses() {
        return Map.of("send.url", Filling.withoutPlaceholders(send.url()));
    }

    @Override
    public List<FieldError> problems() {
        List<FieldError> problems = new ArrayList<>(send.problems());
        if (capabilities().evidence() && !send.sendsCallbackData()) {
            problems.add(new FieldError("send.body", "must send {{callbackData}}, since its statuses bring it back"));
        }
        return problems;
    }
}
