package io.tiercast.meta;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tiercast.meta.WebhookEvent.InboundMessage;
import io.tiercast.meta.WebhookEvent.NumberError;
import io.tiercast.meta.WebhookEvent.PreferenceChange;
import io.tiercast.meta.WebhookEvent.Status;
import io.tiercast.meta.WebhookEvent.StatusEvent;
import io.tiercast.meta.WebhookEvent.UnknownEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookPayloadTest {

    @Test
    void aDeliveredStatusWithItsContactAndPrice() {
        StatusEvent status = (StatusEvent) only("""
                {"contacts":[{"wa_id":"551","user_id":"BR.777"}],
                 "statuses":[{"id":"wamid.A","status":"delivered","timestamp":"1790000010","recipient_id":"551",
                  "biz_opaque_callback_data":"key","pricing":{"pricing_model":"PMP","type":"regular","category":"marketing"}}]}""");
        assertEquals(
                new StatusEvent(
                        "500600",
                        "wamid.A",
                        Status.DELIVERED,
                        Instant.ofEpochSecond(1790000010),
                        "551",
                        "551",
                        "BR.777",
                        "key",
                        null,
                        null,
                        "{\"pricing_model\":\"PMP\",\"type\":\"regular\",\"category\":\"marketing\"}"),
                status);
    }

    @Test
    void aFailureCarriesTheFirstErrorInMetasWords() {
        StatusEvent status = (StatusEvent) only("""
                {"statuses":[{"id":"wamid.B","status":"failed","timestamp":1790000011,
                  "errors":[{"code":131049,"title":"t","message":"m","error_data":{"details":"healthy ecosystem"}},{"code":1}]}]}""");
        assertEquals(Status.FAILED, status.status());
        assertEquals(131049, status.errorCode());
        assertEquals("healthy ecosystem", status.errorDetail());
        assertEquals(Instant.ofEpochSecond(1790000011), status.at());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"regular\"", "[]", "7", "null"})
    void aPriceThatIsNoObjectIsLeftOut(String pricing) {
        assertNull(((StatusEvent) only("{\"statuses\":[{\"pricing\":" + pricing + "}]}")).pricing());
    }

    @ParameterizedTest
    @CsvSource({"sent, SENT", "READ, READ", "played, READ", "deleted, OTHER", "brand-new, OTHER"})
    void everyWordForAStatus(String word, Status expected) {
        StatusEvent status = (StatusEvent) only("{\"statuses\":[{\"status\":\"" + word + "\"}]}");
        assertEquals(expected, status.status());
    }

    @Test
    void aStatusOfAnotherPersonDoesNotTakeTheContactOfTheFirst() {
        StatusEvent status = (StatusEvent) only(
                "{\"contacts\":[{\"wa_id\":\"551\"}],\"statuses\":[{\"status\":\"sent\",\"recipient_id\":\"552\"}]}");
        assertNull(status.waId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"soon\"", "-1", "99999999999999999999", "\"1790000010000\"", "{}", "true"})
    void aTimeThatCannotBeTrueIsLeftOut(String timestamp) {
        assertNull(((StatusEvent) only("{\"statuses\":[{\"timestamp\":" + timestamp + "}]}")).at());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text|{\"body\":\"SAIR\"}|SAIR|",
                "button|{\"payload\":\"STOP\",\"text\":\"Stop it\"}|Stop it|STOP",
                "interactive|{\"type\":\"button_reply\",\"button_reply\":{\"id\":\"b1\",\"title\":\"Yes\"}}|Yes|b1",
                "interactive|{\"type\":\"list_reply\",\"list_reply\":{\"id\":\"r1\",\"title\":\"Row\"}}|Row|r1",
                "interactive|{\"type\":\"nfm_reply\",\"nfm_reply\":{\"body\":\"Sent\",\"response_json\":\"{}\"}}|Sent|{}",
                "image|{\"id\":\"1\",\"caption\":\"Look\"}|Look|",
                "system|{\"type\":\"user_changed_number\",\"wa_id\":\"552\",\"body\":\"new\"}|new|552",
                "hologram|[1,2]||"
            })
    void whatAPersonSaid(String type, String body, String text, String payload) {
        InboundMessage message = (InboundMessage) only("""
                {"contacts":[{"wa_id":"551","profile":{"name":"Ana"}}],
                 "messages":[{"from":"551","id":"wamid.IN","timestamp":"1790000100","type":"%s","%s":%s,
                  "context":{"from":"1","id":"wamid.A"}}]}""".formatted(type, type, body));
        assertEquals(
                new InboundMessage(
                        "500600",
                        "551",
                        null,
                        "wamid.IN",
                        Instant.ofEpochSecond(1790000100),
                        type,
                        text,
                        payload,
                        "wamid.A",
                        "Ana"),
                message);
    }

    @Test
    void aPersonKnownByUserNameOnly() {
        InboundMessage message = (InboundMessage) only("""
                {"contacts":[{"user_id":"BR.8","profile":{"name":"B"}},{"user_id":"BR.7","profile":{"name":"A"}}],
                 "messages":[{"from_user_id":"BR.7","id":"x","type":"unsupported","errors":[{"code":131051}]}]}""");
        assertNull(message.from());
        assertEquals("BR.7", message.userId());
        assertEquals("A", message.profileName());
    }

    @Test
    void aStopOfMarketing() {
        List<WebhookEvent> events = parse("user_preferences", """
                {"metadata":{"phone_number_id":"500600"},"user_preferences":[{"wa_id":"551","detail":"d",
                 "category":"marketing_messages","value":"stop","timestamp":1790000200}]}""");
        assertEquals(
                List.of(new PreferenceChange(
                        "500600", "551", null, "marketing_messages", "stop", Instant.ofEpochSecond(1790000200))),
                events);
    }

    @Test
    void preferencesThatCannotBeReadAreKept() {
        assertEquals(
                List.of(new UnknownEvent("user_preferences", "{\"user_preferences\":{\"later\":1}}")),
                parse("user_preferences", "{\"user_preferences\":{\"later\":1}}"));
    }

    @Test
    void anErrorOfTheNumberItself() {
        assertEquals(
                new NumberError("500600", 130429, "slow down"),
                only(
                        "{\"errors\":[{\"code\":\"130429\",\"title\":\"Rate\",\"error_data\":{\"details\":\"slow down\"}}]}"));
    }

    @Test
    void severalAccountsAndChangesKeepTheirOrder() {
        List<WebhookEvent> events = WebhookPayload.parse("""
                {"object":"whatsapp_business_account","entry":[
                 {"id":"1","changes":[{"field":"messages","value":{"statuses":[{"id":"a"},{"id":"b"}]}},
                                      {"field":"calls","value":{"n":1}}]},
                 {"id":"2","changes":[{"field":"messages","value":{"statuses":[{"id":"c"}]}}]}]}""".getBytes(UTF_8));
        assertEquals(
                List.of("a", "b", "calls", "c"),
                events.stream()
                        .map(event ->
                                event instanceof StatusEvent status ? status.wamid() : ((UnknownEvent) event).field())
                        .toList());
    }

    @Test
    void aNulThatTheDatabaseCannotStoreIsDropped() {
        InboundMessage message = (InboundMessage)
                only("{\"messages\":[{\"type\":\"text\",\"text\":{\"body\":\"a\\u0000b \\\\u0000 \\\\\\u0000c\"}}]}");
        assertEquals("ab \\u0000 \\c", message.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "[]",
                "7",
                "{\"statuses\":{}}",
                "{\"statuses\":[],\"messages\":null}",
                "{\"novelty\":[1]}"
            })
    void aMessagesChangeWithoutMessagesIsKeptAsUnknown(String value) {
        assertInstanceOf(UnknownEvent.class, parse("messages", value).get(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nope",
                "[]",
                "null",
                "{}",
                "{\"entry\":{}}",
                "{\"entry\":[]} trailing",
                "{\"entry\":[",
                "\"entry\""
            })
    void aBodyThatIsNotMetasIsRefused(String body) {
        assertThrows(MalformedPayload.class, () -> WebhookPayload.parse(body.getBytes(UTF_8)));
    }

    private static WebhookEvent only(String messages) {
        String value = messages.replaceFirst("\\{", "{\"metadata\":{\"phone_number_id\":\"500600\"},");
        List<WebhookEvent> events = parse("messages", value);
        assertEquals(1, events.size());
        return events.get(0);
    }

    private static List<WebhookEvent> parse(String field, String value) {
        String body = "{\"entry\":[{\"id\":\"900100\",\"changes\":[{\"field\":\"%s\",\"value\":%s}]}]}";
        return WebhookPayload.parse(body.formatted(field, value).getBytes(UTF_8));
    }
}
