package io.tiercast.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vertx.core.json.JsonObject;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SendRequestTest {

    private static final Catalogue CATALOGUE = Catalogue.load();

    private static final String DIWALI = """
            {"type":"body","parameters":[{"type":"text","text":"Asha"},{"type":"text","text":"Pune"},
              {"type":"text","text":"20%"}]},
            {"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"asha"}]}""";
    private static final String IMAGE =
            "{'type':'header','parameters':[{'type':'image','image':{'link':'https://shop.example.com/a.jpg'}}]},";
    private static final String NAMED = IMAGE
            + "{'type':'body','parameters':[{'type':'text','parameter_name':'city','text':'Pune'},"
            + "{'type':'text','parameter_name':'first_name','text':'Asha'}]}";

    static Stream<Arguments> good() {
        return Stream.of(
                arguments("no variables", template("store_hours", "en_US", "")),
                arguments("positional with a button", template("diwali_offer", "en", DIWALI)),
                arguments("another language", template("diwali_offer", "hi", DIWALI)),
                arguments("the index as a number", template("diwali_offer", "en", DIWALI.replace("\"0\"", "0"))),
                arguments("named in any order, with an image", template("new_collection", "en_US", NAMED)),
                arguments("a currency shows its fallback", template("diwali_offer", "en", currency())),
                arguments("a one-time password", template("login_code", "en_US", otp("123456"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void whatMetaTakesIsTaken(String situation, String template) {
        assertEquals(919_900_000_001L, read("+91 99000-00001", template).recipient());
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                arguments(132001, "an unknown template", template("no_such", "en", "")),
                arguments(132001, "a language it was not approved in", template("store_hours", "en", "")),
                arguments(132001, "a rejected template", template("win_a_prize", "en", "")),
                arguments(132001, "a pending template", template("winter_preview", "en_US", "")),
                arguments(132015, "a paused template", template("flash_sale", "en", "")),
                arguments(131008, "no name", "{'language':{'code':'en'}}"),
                arguments(131008, "no language", "{'name':'store_hours'}"),
                arguments(100, "a language of the wrong type", "{'name':'store_hours','language':'en_US'}"),
                arguments(132000, "no parameters", template("diwali_offer", "en", "")),
                arguments(
                        132000,
                        "one too few",
                        template("diwali_offer", "en", "{'type':'body','parameters':[{'type':'text','text':'a'}]}")),
                arguments(
                        132000,
                        "parameters for a header that has none",
                        template(
                                "store_hours", "en_US", "{'type':'header','parameters':[{'type':'text','text':'a'}]}")),
                arguments(131008, "an empty text", template("diwali_offer", "en", DIWALI.replace("Pune", ""))),
                arguments(
                        132012,
                        "an image where a text belongs",
                        template(
                                "diwali_offer",
                                "en",
                                DIWALI.replace(
                                        "{\"type\":\"text\",\"text\":\"Pune\"}",
                                        "{\"type\":\"image\",\"image\":{\"id\":\"1\"}}"))),
                arguments(132012, "a missing image", template("new_collection", "en_US", NAMED.replace(IMAGE, ""))),
                arguments(
                        132012,
                        "a video for an image",
                        template("new_collection", "en_US", NAMED.replace("image", "video"))),
                arguments(
                        131008,
                        "an image without id or link",
                        template("new_collection", "en_US", NAMED.replace("'link'", "'url'"))),
                arguments(
                        131008,
                        "a nameless parameter",
                        template("new_collection", "en_US", NAMED.replace("'parameter_name':'city',", ""))),
                arguments(
                        132000,
                        "a parameter of another name",
                        template("new_collection", "en_US", NAMED.replace("'city'", "'town'"))),
                arguments(
                        131008,
                        "a missing button parameter",
                        template(
                                "diwali_offer",
                                "en",
                                DIWALI.substring(0, DIWALI.lastIndexOf("{\"type\":\"button\"") - 2))),
                arguments(
                        132012,
                        "a button that is not there",
                        template(
                                "diwali_offer",
                                "en",
                                DIWALI
                                        + ",{'type':'button','sub_type':'url','index':'5','parameters':[{'type':'text','text':'a'}]}")),
                arguments(132018, "a new line", template("diwali_offer", "en", DIWALI.replace("Pune", "Pu\\nne"))),
                arguments(
                        132018,
                        "five spaces in a row",
                        template("diwali_offer", "en", DIWALI.replace("Pune", "Pu     ne"))),
                arguments(
                        132005,
                        "a text too long",
                        template("diwali_offer", "en", DIWALI.replace("Pune", "x".repeat(1000)))),
                arguments(131009, "a password too long", template("login_code", "en_US", otp("1234567890123456"))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("bad")
    void whatDoesNotFitTheTemplateIsRefused(int code, String situation, String template) {
        assertEquals(code, assertThrows(Refusal.class, () -> read("+919900000001", template)).code);
    }

    static Stream<Arguments> badEnvelopes() {
        return Stream.of(
                arguments(100, "another product", envelope().replace("whatsapp", "messenger")),
                arguments(100, "a group", envelope().replace("'type':", "'recipient_type':'group','type':")),
                arguments(131008, "nobody", envelope().replace("'to':'+919900000001',", "")),
                arguments(131009, "no plus", envelope().replace("+91", "91")),
                arguments(131009, "too short", envelope().replace("+919900000001", "+91990")),
                arguments(131047, "a free text", envelope().replace("'template','template'", "'text','template'")),
                arguments(131051, "a sticker", envelope().replace("'template','template'", "'sticker','template'")),
                arguments(
                        131008,
                        "no template",
                        envelope().replace("'type':'template','template'", "'type':'template','t'")),
                arguments(100, "a template that is a text", envelope().replace("'template':{", "'template':'x','t':{")),
                arguments(100, "callback data too long", envelope().replace("opaque-1", "x".repeat(513))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("badEnvelopes")
    void aBadEnvelopeIsRefused(int code, String situation, String body) {
        assertEquals(code, assertThrows(Refusal.class, () -> SendRequest.read(json(body), CATALOGUE)).code);
    }

    @Test
    void theCallbackDataIsKept() {
        assertEquals("opaque-1", SendRequest.read(json(envelope()), CATALOGUE).opaque());
    }

    @Test
    void aQuickReplySendsBackItsPayloadOrItsLabel() {
        String payload =
                "{'type':'button','sub_type':'quick_reply','index':'1','parameters':[{'type':'payload','payload':'NO_MORE'}]}";
        assertEquals(
                "Stop promotions",
                read("+919900000001", template("diwali_offer", "en", DIWALI)).buttonPayload());
        assertEquals(
                "NO_MORE",
                read("+919900000001", template("diwali_offer", "en", DIWALI + "," + payload))
                        .buttonPayload());
    }

    private static SendRequest read(String to, String template) {
        JsonObject body = json(envelope()).put("to", to).put("template", json(template));
        return SendRequest.read(body, CATALOGUE);
    }

    private static String envelope() {
        return "{'messaging_product':'whatsapp','to':'+919900000001','type':'template','template':"
                + template("store_hours", "en_US", "") + ",'biz_opaque_callback_data':'opaque-1'}";
    }

    private static String template(String name, String language, String components) {
        return "{'name':'" + name + "','language':{'code':'" + language + "'},'components':[" + components + "]}";
    }

    private static String currency() {
        return DIWALI.replace(
                "{\"type\":\"text\",\"text\":\"20%\"}",
                "{\"type\":\"currency\",\"currency\":{\"fallback_value\":\"20 EUR\",\"code\":\"EUR\",\"amount_1000\":20000}}");
    }

    private static String otp(String code) {
        return "{'type':'body','parameters':[{'type':'text','text':'" + code + "'}]},"
                + "{'type':'button','sub_type':'url','index':'0','parameters':[{'type':'text','text':'" + code + "'}]}";
    }

    private static JsonObject json(String text) {
        return new JsonObject(text.replace('\'', '"'));
    }
}
