package io.tiercast.provider;

import io.tiercast.meta.GraphAccess;
import io.tiercast.meta.SendAnswer;
import io.tiercast.meta.SendOutcome;
import io.tiercast.meta.SendTemplate;
import io.tiercast.problem.Problems.FieldError;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** Meta itself, by the business's own access. */
@Schema(
        name = "MetaProvider",
        requiredProperties = "type",
        properties = @SchemaProperty(name = "type", enumeration = "META"))
public record MetaDirect() implements Provider {

    private static final Capabilities ALL = new Capabilities(true, true, true, true, true, true, true, true);

    @Override
    public Capabilities capabilities() {
        return ALL;
    }

    @Override
    public SendRequest request(SendTemplate message) {
        return new SendRequest(
                null,
                message.phoneNumberId() + message.marketing().path(),
                Map.of("Authorization", "Bearer " + message.accessToken(), "Content-Type", "application/json"),
                message.json());
    }

    /** A refusal that is not in Meta's own shape is somebody's in between: the message may have passed. */
    @Override
    public SendOutcome answer(int status, byte[] body) {
        return SendAnswer.read(status, body);
    }

    @Override
    public GraphAccess graph(String accessToken) {
        return GraphAccess.meta(accessToken);
    }

    @Override
    public CallbackProof callbacks() {
        return CallbackProof.META;
    }

    @Override
    public OwnNumber number() {
        return null;
    }

    @Override
    public String webhookPath(String senderKey, boolean ownSecret) {
        return ownSecret ? "/webhooks/meta/" + senderKey : "/webhooks/meta";
    }

    @Override
    public Map<String, String> addresses() {
        return Map.of();
    }

    @Override
    public List<FieldError> problems() {
        return List.of();
    }
}
