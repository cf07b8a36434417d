package io.tiercast.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateCompilerTest {

    static Stream<Arguments> sends() {
        return Stream.of(
                Arguments.of("[{\"type\":\"BODY\",\"text\":\"Plain\"}]", List.of(), null),
                Arguments.of(Components.POSITIONAL, List.of("Bo", "Cy", "A-7"), """
                        [{"type":"header","parameters":[{"type":"text","text":"Bo"}]},
                         {"type":"body","parameters":[{"type":"text","text":"Cy"},{"type":"text","text":"A-7"}]}]"""),
                Arguments.of(Components.NAMED, List.of("Cy", "Goa"), """
                        [{"type":"body","parameters":[{"type":"text","parameter_name":"first_name","text":"Cy"},
                          {"type":"text","parameter_name":"shop","text":"Goa"}]}]"""),
                Arguments.of(Components.BUTTONS, List.of("boots?a=1", "SALE10"), """
                        [{"type":"button","sub_type":"url","index":"1","parameters":[{"type":"text","text":"boots?a=1"}]},
                         {"type":"button","sub_type":"copy_code","index":"3",
                          "parameters":[{"type":"coupon_code","coupon_code":"SALE10"}]}]"""),
                Arguments.of(Components.IMAGE, List.of("https://acme.example/a.png"), """
                        [{"type":"header","parameters":[{"type":"image","image":{"link":"https://acme.example/a.png"}}]}]"""),
                Arguments.of(Components.IMAGE.replace("IMAGE", "DOCUMENT"), List.of("1602186516975000"), """
                        [{"type":"header","parameters":[{"type":"document","document":{"id":"1602186516975000"}}]}]"""),
                Arguments.of(Components.OTP_AS_LISTED, List.of("884422", "884422"), """
                        [{"type":"body","parameters":[{"type":"text","text":"884422"}]},
                         {"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"884422"}]}]"""),
                Arguments.of(Components.CAROUSEL, List.of("Bo", "11", "Goa", "boots", "https://a.example/v.mp4"), """
                        [{"type":"body","parameters":[{"type":"text","text":"Bo"}]},
                         {"type":"carousel","cards":[
                          {"card_index":0,"components":[
                            {"type":"header","parameters":[{"type":"image","image":{"id":"11"}}]},
                            {"type":"body","parameters":[{"type":"text","text":"Goa"}]},
                            {"type":"button","sub_type":"url","index":"1","parameters":[{"type":"text","text":"boots"}]}]},
                          {"card_index":1,"components":[
                            {"type":"header","parameters":[{"type":"video","video":{"link":"https://a.example/v.mp4"}}]}]}]}]"""));
    }

    @ParameterizedTest
    @MethodSource("sends")
    void becomesWhatMetaExpects(String template, List<String> values, String components) {
        String json = TemplateCompiler.compile("promo", "pt_BR", Components.json(template), Set.of(), Map.of())
                .render(values);
        String rest = components == null ? "" : ",\"components\":" + components;
        String expected = "{\"name\":\"promo\",\"language\":{\"code\":\"pt_BR\"}" + rest + "}";
        assertEquals(Components.json(expected), Components.json(json));
    }

    @Test
    void aOneTimePasswordFillsTwoSlotsFromOneVariable() {
        assertEquals(
                List.of("body.1", "body.1"), compiled(Components.OTP_AS_LISTED).slots());
        assertEquals(
                List.of("body.1", "body.1"), compiled(Components.OTP_AS_CREATED).slots());
    }

    @ParameterizedTest
    @ValueSource(strings = {"say \"hi\"", "back\\slash", "{{1}}", "नमस्ते 👋", "a\nb\tc\u0001\u0000d", "", "\\\""})
    void anyTextComesOutAsItWentIn(String value) {
        assertEquals(value, bodyText(value));
    }

    @Test
    void survivesBeingStored() throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        CompiledTemplate template = compiled(Components.CAROUSEL);
        assertEquals(template, json.readValue(json.writeValueAsString(template), CompiledTemplate.class));
    }

    @Test
    void aValueTooFewIsNoMessage() {
        CompiledTemplate template = compiled(Components.NAMED);
        assertThrows(IllegalArgumentException.class, () -> template.render(List.of("only one")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"type\":\"POLL\"}]|Campaigns cannot send a component of type POLL.",
                "[{\"type\":\"HEADER\",\"format\":\"GIF\"}]|Campaigns cannot fill a header of format GIF.",
                "[{\"type\":\"BUTTONS\",\"buttons\":[{\"type\":\"TELEPORT\"}]}]|Campaigns cannot send a button of type TELEPORT.",
                "[{\"type\":\"CAROUSEL\",\"cards\":[{\"components\":[{\"type\":\"HEADER\",\"format\":\"HOLOGRAM\"}]}]}]|"
                        + "Campaigns cannot fill a header of format HOLOGRAM."
            })
    void whatCannotBeSentSaysWhy(String components, String why) {
        assertEquals(Optional.of(why), TemplateCompiler.whyNotUsable(Components.json(components)));
        assertThrows(IllegalArgumentException.class, () -> compiled(components));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]",
                "[{\"type\":\"body\",\"text\":\"lower case\"}]",
                "[{\"type\":\"HEADER\",\"text\":\"No format\"}]"
            })
    void whatIsUnusualButPlainCanBeSent(String components) {
        assertEquals(Optional.empty(), TemplateCompiler.whyNotUsable(Components.json(components)));
    }

    private static CompiledTemplate compiled(String components) {
        return TemplateCompiler.compile("t", "en", Components.json(components), Set.of(), Map.of());
    }

    private static String bodyText(String value) {
        String json = compiled("[{\"type\":\"BODY\",\"text\":\"Hi {{1}}!\"}]").render(List.of(value));
        return Components.json(json).at("/components/0/parameters/0/text").textValue();
    }
}
