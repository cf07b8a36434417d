package io.tiercast.provider;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.tiercast.meta.GraphAccess;
import io.tiercast.meta.SendOutcome;
import io.tiercast.meta.SendTemplate;
import io.tiercast.problem.Problems.FieldError;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Through whom a number sends. What a request looks like and what its answer means is the provider's; that it is tried once, and
 * how an outcome is written down, is the same for all of them, see {@link SendClient}. Pure: nothing here touches the network.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MetaDirect.class, name = "META"),
    @JsonSubTypes.Type(value = CloudApi.class, name = "CLOUD_API"),
    @JsonSubTypes.Type(value = GenericHttp.class, name = "HTTP")
})
@Schema(
        name = "Provider",
        description = "Through whom a number sends: Meta itself, somebody with Meta's interface, or any HTTP interface",
        oneOf = {MetaDirect.class, CloudApi.class, GenericHttp.class},
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "META", schema = MetaDirect.class),
            @DiscriminatorMapping(value = "CLOUD_API", schema = CloudApi.class),
            @DiscriminatorMapping(value = "HTTP", schema = GenericHttp.class)
        })
public sealed interface Provider permits MetaDirect, CloudApi, GenericHttp {

    Provider META = new MetaDirect();

    /** What can be done through it, and what cannot. */
    Capabilities capabilities();

    SendRequest request(SendTemplate message);

    /** What the answer to such a request says of the message; in doubt wherever it does not say that for sure. */
    SendOutcome answer(int status, byte[] body);

    /**
     * How templates and media are reached.
     *
     * @throws RuntimeException a refusal for the client, where there is no such interface
     */
    GraphAccess graph(String accessToken);

    /** How its calls prove who they are. */
    CallbackProof callbacks();

    /** What the operator says of the number; null: it is read from the provider. */
    OwnNumber number();

    /** Where the provider has to call. @param ownSecret whether the sender has a secret of its own */
    String webhookPath(String senderKey, boolean ownSecret);

    /** The addresses that the operator entered, by their field. */
    Map<String, String> addresses();

    /** What does not fit together, by field. */
    List<FieldError> problems();
}
