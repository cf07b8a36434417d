package io.tiercast.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tiercast.meta.GraphAccess;
import io.tiercast.meta.MarketingMessages;
import io.tiercast.meta.SendOutcome.Accepted;
import io.tiercast.meta.SendOutcome.InDoubt;
import io.tiercast.meta.SendOutcome.Refused;
import io.tiercast.meta.SendTemplate;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody else with Meta's interface, and Meta itself beside it. */
class CloudApiTest {

    private static final String MINIMAL = "{'type':'CLOUD_API','baseUrl':'https://waba.example.com/v25.0/'}";
    private static final String OWN_WAYS = """
            {'type':'CLOUD_API','baseUrl':'https://waba.example.com','messagesPath':'/messages','header':'D360-API-KEY','scheme':'',
             'templateSync':false,'templateCreation':false,'echo':false,'media':false,'marketingMessages':true}""";

    @Test
    void withoutMoreItIsAsMetaButElsewhere() {
        CloudApi provider = parse(MINIMAL);
        SendRequest request = provider.request(message(MarketingMessages.OFF));
        assertEquals("https://waba.example.com/v25.0", request.base());
        assertEquals("500600/messages", request.path());
        assertEquals("Bearer s3cret", request.headers().get("Authorization"));
        assertEquals(Provider.META.request(message(MarketingMessages.OFF)).body(), request.body());
        assertEquals(
                new GraphAccess("https://waba.example.com/v25.0", "Authorization", "Bearer s3cret"),
                provider.graph("s3cret"));
        assertEquals(new Capabilities(true, true, true, true, true, true, false, true), provider.capabilities());
        assertEquals("/webhooks/meta/key", provider.webhookPath("key", true));
    }

    @Test
    void pathHeaderAndWhatItLacksAreItsOwn() {
        CloudApi provider = parse(OWN_WAYS);
        SendRequest request = provider.request(message(MarketingMessages.FALLBACK));
        assertEquals("marketing_messages", request.path());
        assertEquals("s3cret", request.headers().get("D360-API-KEY"));
        assertTrue(request.body().contains("\"product_policy\":\"CLOUD_API_FALLBACK\""));
        assertEquals(new Capabilities(false, false, true, false, true, false, true, true), provider.capabilities());
    }

    @Test
    void marketingNeedsAPathBesideMessages() {
        assertEquals(
                "messagesPath",
                parse(OWN_WAYS.replace("/messages", "/send")).problems().get(0).field());
    }

    @Test
    void bracesInThePathAreThoseOfTheNumberAlone() {
        String path = OWN_WAYS.replace("'/messages'", "'/%s/messages'");
        assertEquals(List.of(), parse(path.formatted("{{from}}")).problems());
        assertEquals(
                "messagesPath",
                parse(path.formatted("{{number}}")).problems().get(0).field());
    }

    @Test
    void aRefusalOfItsDoorIsNoDoubt() {
        CloudApi provider = parse(MINIMAL);
        assertEquals(new Refused(190, "HTTP 401"), provider.answer(401, bytes("{'message':'no key'}")));
        assertEquals(new Refused(130429, "HTTP 429"), provider.answer(429, bytes("slow")));
        assertEquals(
                new Refused(131026, "gone"),
                provider.answer(400, bytes("{'error':{'code':131026,'error_data':{'details':'gone'}}}")));
        assertEquals(new Accepted("w", null, false), provider.answer(200, bytes("{'messages':[{'id':'w'}]}")));
        assertInstanceOf(InDoubt.class, provider.answer(502, bytes("<html>")));
        assertInstanceOf(InDoubt.class, Provider.META.answer(401, bytes("<html>")));
    }

    @Test
    void callsAreProvenAsTheProviderProvesThem() {
        byte[] body = bytes("{}");
        String hex = "b2c2b4c9b4b1f27ad0e1b8fc1d2ee0a8a1f7";
        CallbackProof meta = CallbackProof.META;
        String signature = io.tiercast.meta.Signature.of(body, "key");
        assertTrue(meta.accepts(body, name -> signature, name -> null, "key"));
        assertTrue(meta.accepts(body, name -> upper(signature), name -> null, "key"));
        assertFalse(meta.accepts(body, name -> signature, name -> null, "other"));
        assertFalse(meta.accepts(body, name -> hex, name -> null, "key"));
        assertFalse(meta.accepts(body, name -> null, name -> null, "key"));
        CallbackProof header = new CallbackProof(CallbackProof.Type.HEADER, "Authorization", "Bearer ", null);
        assertTrue(header.accepts(body, name -> "Bearer key", name -> null, "key"));
        assertFalse(header.accepts(body, name -> "key", name -> null, "key"));
        CallbackProof query = new CallbackProof(CallbackProof.Type.QUERY, "token", null, null);
        assertTrue(query.accepts(body, name -> null, name -> name.equals("token") ? "key" : null, "key"));
        CallbackProof base64 =
                new CallbackProof(CallbackProof.Type.HMAC_SHA256, "X-Sign", null, CallbackProof.Encoding.BASE64);
        byte[] raw = java.util.HexFormat.of().parseHex(signature.substring(7));
        String encoded = java.util.Base64.getEncoder().encodeToString(raw);
        assertTrue(base64.accepts(body, name -> encoded, name -> null, "key"));
    }

    private static String upper(String signature) {
        return signature.substring(0, 7) + signature.substring(7).toUpperCase(java.util.Locale.ROOT);
    }

    private static CloudApi parse(String json) {
        return (CloudApi) new JsonObject(json.replace('\'', '"')).mapTo(Provider.class);
    }

    private static SendTemplate message(MarketingMessages marketing) {
        return new SendTemplate("500600", "s3cret", "+919800000001", "{\"name\":\"a\"}", "mark", marketing);
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(UTF_8);
    }
}
