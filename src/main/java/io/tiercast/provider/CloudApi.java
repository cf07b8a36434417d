package io.tiercast.provider;

import io.tiercast.meta.GraphAccess;
import io.tiercast.meta.MarketingMessages;
import io.tiercast.meta.SendAnswer;
import io.tiercast.meta.SendOutcome;
import io.tiercast.meta.SendOutcome.InDoubt;
import io.tiercast.meta.SendTemplate;
import io.tiercast.problem.Problems.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/**
 * A provider whose interface follows Meta's Cloud API.
 *
 * @param baseUrl what stands before the ids, with a version if it has one
 * @param messagesPath where messages are sent below it; {@code {{from}}} stands for the phone number id
 * @param header that carries the access token
 * @param scheme before the token, such as Bearer; empty for none
 * @param templateSync whether it lists templates as Meta does
 * @param templateCreation whether it takes new templates as Meta does
 * @param echo whether its webhooks bring back {@code biz_opaque_callback_data}
 * @param media whether it takes uploads as Meta does
 * @param marketingMessages whether it has Meta's Marketing Messages API
 * @param number where the provider cannot be asked about the number; missing: it is read as from Meta
 */
@Schema(
        name = "CloudApiProvider",
        requiredProperties = "type",
        properties = @SchemaProperty(name = "type", enumeration = "CLOUD_API"))
public record CloudApi(
        @NotNull @Size(max = 500) String baseUrl,

        @Pattern(regexp = "^(/[A-Za-z0-9_.{}-]{1,100}){1,6}$", message = "must be a path such as /{{from}}/messages")
        String messagesPath,

        @Pattern(regexp = "^[A-Za-z0-9-]{1,100}$", message = "must be the name of a header")
        String header,

        @Pattern(regexp = "^[A-Za-z0-9-]{0,50}$", message = "must be a word")
        String scheme,

        Boolean templateSync,
        Boolean templateCreation,
        Boolean echo,
        Boolean media,
        Boolean marketingMessages,
        @Valid OwnNumber number,
        @Valid CallbackProof callbacks)
        implements Provider {

    private static final String FROM = "{{from}}";
    private static final String MESSAGES = "/messages";

    public CloudApi {
        baseUrl = baseUrl == null ? null : baseUrl.replaceAll("/+$", "");
        messagesPath = messagesPath == null ? "/" + FROM + MESSAGES : messagesPath;
        header = header == null ? "Authorization" : header;
        scheme = scheme == null ? "Bearer" : scheme;
        templateSync = templateSync == null || templateSync;
        templateCreation = templateCreation == null || templateCreation;
        echo = echo == null || echo;
        media = media == null || media;
        marketingMessages = marketingMessages != null && marketingMessages;
        callbacks = callbacks == null ? CallbackProof.META : callbacks;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                templateSync, templateCreation, true, echo, number == null, media, marketingMessages, true);
    }

    @Override
    public SendRequest request(SendTemplate message) {
        String path = messagesPath.replace(FROM, message.phoneNumberId());
        String way = message.marketing() == MarketingMessages.OFF
                ? path
                : path.substring(0, path.length() - MESSAGES.length())
                        + message.marketing().path();
        return new SendRequest(
                baseUrl,
                way.substring(1),
                Map.of(header, credentials(message.accessToken()), "Content-Type", "application/json"),
                message.json());
    }

    @Override
    public SendOutcome answer(int status, byte[] body) {
        SendOutcome outcome = SendAnswer.read(status, body);
        return outcome instanceof InDoubt ? Refusal.of(status, null) : outcome;
    }

    @Override
    public GraphAccess graph(String accessToken) {
        return new GraphAccess(baseUrl, header, credentials(accessToken));
    }

    private String credentials(String accessToken) {
        return scheme.isEmpty() ? accessToken : scheme + " " + accessToken;
    }

    @Override
    public String webhookPath(String senderKey, boolean ownSecret) {
        return "/webhooks/meta/" + senderKey;
    }

    @Override
    public Map<String, String> addresses() {
        return Map.of("baseUrl", baseUrl);
    }

    @Override
    public List<FieldError> problems() {
        if (messagesPath.replace(FROM, "").matches(".*[{}].*")) {
            return List.of(new FieldError("messagesPath", "must not hold braces but those of " + FROM));
        }
        return marketingMessages && !messagesPath.endsWith(MESSAGES)
                ? List.of(new FieldError(
                        "messagesPath", "must end with /messages, to find /marketing_messages beside it"))
                : List.of();
    }
}
