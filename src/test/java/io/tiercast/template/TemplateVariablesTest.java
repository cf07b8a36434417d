package io.tiercast.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateVariablesTest {

    static Stream<Arguments> templates() {
        return Stream.of(
                Arguments.of(Components.POSITIONAL, List.of("header.1=Ana", "body.1=Ana", "body.2=A-100")),
                Arguments.of(Components.NAMED, List.of("body.first_name=Ana", "body.shop=Pune")),
                Arguments.of(Components.BUTTONS, List.of("button.1.url=shoes", "button.3.code=25OFF")),
                Arguments.of(Components.IMAGE, List.of("header.media=https://acme.example/sample.png")),
                Arguments.of(Components.OTP_AS_LISTED, List.of("body.1=123456")),
                Arguments.of(Components.OTP_AS_CREATED, List.of("body.1=null")),
                Arguments.of(
                        Components.CAROUSEL,
                        List.of(
                                "body.1=null",
                                "card.0.header.media=null",
                                "card.0.body.1=null",
                                "card.0.button.1.url=null",
                                "card.1.header.media=null")),
                Arguments.of(
                        SentJsonTest.LOCATION,
                        List.of(
                                "header.latitude=null",
                                "header.longitude=null",
                                "header.name=null",
                                "header.address=null",
                                "body.1=Ana")),
                Arguments.of(
                        SentJsonTest.OFFER, List.of("offer.expires=null", "button.0.code=null", "button.1.url=null")),
                Arguments.of(SentJsonTest.PRODUCT_LIST, List.of("button.0.thumbnail=null", "button.0.sections=null")),
                Arguments.of(SentJsonTest.PRODUCT, List.of("header.product=null", "header.catalog=null")),
                Arguments.of(SentJsonTest.FLOW, List.of()),
                Arguments.of(
                        "[{\"type\":\"BODY\",\"text\":\"Hi {{99999999999}}!\"}]", List.of("body.99999999999=null")),
                Arguments.of("[]", List.of()),
                Arguments.of("{}", List.of()),
                Arguments.of("[7,null,{\"type\":\"BODY\"}]", List.of()));
    }

    static Stream<Arguments> optional() {
        return Stream.of(
                Arguments.of(Components.BUTTONS, List.of("button.0.payload", "tap_target.title", "tap_target.url")),
                Arguments.of(SentJsonTest.OFFER, List.of()),
                Arguments.of(Components.OTP_AS_LISTED, List.of()),
                Arguments.of(SentJsonTest.FLOW, List.of("button.0.flow_token", "button.0.flow_data")),
                Arguments.of(SentJsonTest.CATALOGUE, List.of("button.0.thumbnail")),
                Arguments.of(Components.IMAGE.replace("IMAGE", "DOCUMENT"), List.of("header.filename")),
                Arguments.of(Components.CAROUSEL, List.of("card.0.button.0.payload")));
    }

    @ParameterizedTest
    @MethodSource("optional")
    void someMayBeLeftOut(String components, List<String> expected) {
        List<String> found = TemplateContent.of(Components.json(components)).variables().stream()
                .filter(TemplateVariable::optional)
                .map(TemplateVariable::key)
                .toList();
        assertEquals(expected, found);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void eachIsAskedForOnceInReadingOrder(String components, List<String> expected) {
        List<String> found = TemplateContent.of(Components.json(components)).variables().stream()
                .filter(variable -> !variable.optional())
                .map(variable -> variable.key() + "=" + variable.example())
                .toList();
        assertEquals(expected, found);
    }

    @Test
    void aTapTargetNeedsBothItsTitleAndItsAddress() {
        assertEquals(Optional.of("tap_target.url"), TapTarget.missing(Set.of("body.1", "tap_target.title")));
        assertEquals(Optional.empty(), TapTarget.missing(Set.of("tap_target.url", "tap_target.title")));
        assertEquals(Optional.empty(), TapTarget.missing(Set.of("body.1")));
    }
}
