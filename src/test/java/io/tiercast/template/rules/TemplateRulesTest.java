package io.tiercast.template.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tiercast.problem.Problems.FieldError;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateRulesTest {

    private static final String BODY = "{'type':'BODY','text':'Hello, this is plain.'}";
    private static final String ADDRESS = "'url':'https://a.example/{{1}}','example':['https://a.example/x']";
    private static final String CARD =
            "{'components':[{'type':'HEADER','format':'IMAGE','example':{'header_handle':['4::a']}},"
                    + "{'type':'BODY','text':'Nice'},{'type':'BUTTONS','buttons':[{'type':'QUICK_REPLY','text':'More'}]}]}";
    private static final String HANDLE = "'example':{'header_handle':['4::a']}";

    static Stream<Arguments> good() {
        return Stream.of(
                arguments("MARKETING", BODY),
                arguments(
                        "UTILITY", "{'type':'BODY','text':'Hi {{1}}, and {{2}}.','example':{'body_text':[['a','b']]}}"),
                arguments(
                        "UTILITY",
                        "{'type':'BODY','text':'Hi {{first_name}}!','example':{'body_text_named_params':[{'param_name':'first_name','example':'a'}]}}"),
                arguments(
                        "MARKETING",
                        "{'type':'HEADER','format':'TEXT','text':'For {{1}}','example':{'header_text':['a']}}," + BODY),
                arguments("MARKETING", "{'type':'HEADER','format':'DOCUMENT'," + HANDLE + "}," + BODY),
                arguments("UTILITY", "{'type':'HEADER','format':'LOCATION'}," + BODY),
                arguments(
                        "MARKETING",
                        BODY
                                + buttons(
                                        "{'type':'QUICK_REPLY','text':'No'}",
                                        "{'type':'URL','text':'Go'," + ADDRESS + "}")),
                arguments(
                        "MARKETING",
                        BODY
                                + buttons(
                                        "{'type':'COPY_CODE','example':'SALE'}",
                                        "{'type':'PHONE_NUMBER','text':'Call','phone_number':'+15550001111'}")),
                arguments("MARKETING", BODY + ",{'type':'CAROUSEL','cards':[" + CARD + "," + CARD + "]}"),
                arguments(
                        "MARKETING",
                        "{'type':'LIMITED_TIME_OFFER','limited_time_offer':{'text':'Ends soon','has_expiration':true}},"
                                + BODY
                                + buttons(
                                        "{'type':'COPY_CODE','example':'SALE'}",
                                        "{'type':'URL','text':'Go'," + ADDRESS + "}")),
                arguments(
                        "AUTHENTICATION",
                        "{'type':'BODY'},{'type':'FOOTER','code_expiration_minutes':10}"
                                + buttons("{'type':'OTP','otp_type':'COPY_CODE','text':'Copy'}")));
    }

    @ParameterizedTest
    @MethodSource("good")
    void whatMetaApprovesBreaksNoRule(String category, String components) {
        assertEquals(List.of(), TemplateRules.ofContent(category, json(components), null));
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                arguments("components", "{'type':'FOOTER','text':'Bye'}"),
                arguments("components[1].type", BODY + ",{'type':'POLL'}"),
                arguments("components[1].type", BODY + "," + BODY),
                arguments("components[0].text", "{'type':'BODY','text':''}"),
                arguments("components[0].text", "{'type':'BODY','text':'" + "x".repeat(1025) + "'}"),
                arguments("components[0].text", body("{{1}} is first", "a")),
                arguments("components[0].text", body("Last is {{1}}", "a")),
                arguments("components[0].text", body("Two {{1}} {{2}} in a row.", "a", "b")),
                arguments("components[0].text", body("From {{2}} on.", "a")),
                arguments("components[0].text", body("A {{Name}} so.", "a")),
                arguments("components[0].text", body("A {{a#b}} so.", "a")),
                arguments("components[0].text", body("An {{1 open one.", "a")),
                arguments("components[0].example.body_text", "{'type':'BODY','text':'Hi {{1}}!'}"),
                arguments("components[0].example.body_text", body("Hi {{1}} and {{2}}!", "a")),
                arguments("components[0].example.body_text_named_params", "{'type':'BODY','text':'Hi {{name}}!'}"),
                arguments("components[0].text", header("'format':'TEXT','text':'" + "x".repeat(61) + "'")),
                arguments("components[0].text", header("'format':'TEXT','text':'*Bold*'")),
                arguments(
                        "components[0].text",
                        header("'format':'TEXT','text':'{{1}} and {{2}}','example':{'header_text':['a','b']}")),
                arguments("components[0].example.header_text", header("'format':'TEXT','text':'Hi {{1}}'")),
                arguments("components[0].example.header_handle", header("'format':'IMAGE'")),
                arguments("components[0].format", header("'format':'HOLOGRAM'")),
                arguments(
                        "components",
                        "{'type':'HEADER','format':'TEXT','text':'For {{name}}','example':{'header_text_named_params':[{'param_name':'name','example':'a'}]}},"
                                + body("Hi {{1}}!", "a")),
                arguments("components[1].text", BODY + ",{'type':'FOOTER','text':'For {{1}} only'}"),
                arguments("components[1].text", BODY + ",{'type':'FOOTER','text':'" + "x".repeat(61) + "'}"),
                arguments("components[1].buttons", BODY + buttons()),
                arguments(
                        "components[1].buttons",
                        BODY
                                + buttons("{'type':'QUICK_REPLY','text':'a'},"
                                        .repeat(11)
                                        .replaceAll(",$", ""))),
                arguments("components[1].buttons", BODY + buttons(url(), url(), url())),
                arguments(
                        "components[1].buttons",
                        BODY
                                + buttons(
                                        "{'type':'QUICK_REPLY','text':'a'}",
                                        url(),
                                        "{'type':'QUICK_REPLY','text':'b'}")),
                arguments(
                        "components[1].buttons[0].text",
                        BODY + buttons("{'type':'QUICK_REPLY','text':'" + "x".repeat(26) + "'}")),
                arguments("components[1].buttons[0].type", BODY + buttons("{'type':'TELEPORT','text':'Go'}")),
                arguments(
                        "components[1].buttons[0].url",
                        BODY + buttons("{'type':'URL','text':'Go','url':'https://a.example/{{1}}/b','example':['x']}")),
                arguments(
                        "components[1].buttons[0].url", BODY + buttons("{'type':'URL','text':'Go','url':'a.example'}")),
                arguments(
                        "components[1].buttons[0].example",
                        BODY + buttons("{'type':'URL','text':'Go','url':'https://a.example/{{1}}'}")),
                arguments(
                        "components[1].buttons[0].phone_number",
                        BODY
                                + buttons("{'type':'PHONE_NUMBER','text':'Call','phone_number':'" + "1".repeat(21)
                                        + "'}")),
                arguments(
                        "components[1].buttons[0].example",
                        BODY + buttons("{'type':'COPY_CODE','example':'" + "x".repeat(21) + "'}")),
                arguments("components[1].buttons[0].flow_id", BODY + buttons("{'type':'FLOW','text':'Go'}")),
                arguments("components[1].cards", BODY + ",{'type':'CAROUSEL','cards':[" + CARD + "]}"),
                arguments(
                        "components[1].cards[1]",
                        BODY + ",{'type':'CAROUSEL','cards':[" + CARD + "," + CARD.replace("IMAGE", "VIDEO") + "]}"),
                arguments(
                        "components[1].cards[0].components[1].text",
                        BODY + ",{'type':'CAROUSEL','cards':[" + CARD.replace("Nice", "x".repeat(161)) + "," + CARD
                                + "]}"),
                arguments(
                        "components[0].limited_time_offer.text",
                        "{'type':'LIMITED_TIME_OFFER','limited_time_offer':{'text':'" + "x".repeat(17) + "'}}," + BODY
                                + buttons(url())),
                arguments("components", "{'type':'LIMITED_TIME_OFFER','limited_time_offer':{'text':'Soon'}}," + BODY),
                arguments(
                        "components[0]",
                        "{'type':'FOOTER','text':'x'},{'type':'LIMITED_TIME_OFFER','limited_time_offer':{'text':'Soon'}},"
                                + BODY + buttons(url())));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whatMetaWouldRefuseIsNamedByItsField(String field, String components) {
        List<FieldError> errors = TemplateRules.ofContent("MARKETING", json(components), null);
        assertEquals(
                List.of(field),
                errors.stream().map(FieldError::field).distinct().toList(),
                errors::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "AUTHENTICATION,PT10M,0",
        "AUTHENTICATION,PT16M,1",
        "UTILITY,PT12H,0",
        "UTILITY,PT10S,1",
        "MARKETING,PT1H,1",
        "MARKETING,P30D,0"
    })
    void theTimeToLiveFitsTheCategory(String category, Duration time, int faults) {
        String components = category.equals("AUTHENTICATION")
                ? "{'type':'BODY'}" + buttons("{'type':'OTP','otp_type':'COPY_CODE'}")
                : BODY;
        assertEquals(
                faults,
                TemplateRules.ofContent(category, json(components), time).size());
    }

    @Test
    void anAuthenticationTemplateHasNoWordsOfItsOwn() {
        List<FieldError> errors = TemplateRules.ofContent(
                "AUTHENTICATION", json(BODY + ",{'type':'HEADER','format':'TEXT','text':'x'}"), null);
        assertEquals(
                List.of("components[0].text", "components[1]", "components"),
                errors.stream()
                        .map(FieldError::field)
                        .sorted((a, b) -> b.length() - a.length())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"promo_1,pt_BR,", "Promo,en,name", "a b,en,name", "promo,english!,language", "promo,EN,language"})
    void namesAndLanguagesAreAsMetaSpellsThem(String name, String language, String field) {
        List<String> fields = TemplateRules.ofName(name, language).stream()
                .map(FieldError::field)
                .toList();
        assertEquals(field == null ? List.of() : List.of(field), fields);
    }

    private static String body(String text, String... examples) {
        return "{'type':'BODY','text':'" + text + "','example':{'body_text':[['" + String.join("','", examples)
                + "']]}}";
    }

    private static String header(String fields) {
        return "{'type':'HEADER'," + fields + "}," + BODY;
    }

    private static String url() {
        return "{'type':'URL','text':'Go','url':'https://a.example'}";
    }

    private static String buttons(String... buttons) {
        return ",{'type':'BUTTONS','buttons':[" + String.join(",", buttons) + "]}";
    }

    private static JsonNode json(String components) {
        try {
            return new ObjectMapper().readTree(("[" + components + "]").replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
