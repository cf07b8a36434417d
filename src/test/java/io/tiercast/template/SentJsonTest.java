package io.tiercast.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each part that Meta approves, and the JSON that Meta documents for sending it. */
class SentJsonTest {

    static final String LOCATION = """
            [{"type":"HEADER","format":"LOCATION"},
             {"type":"BODY","text":"Your parcel waits here, {{1}}.","example":{"body_text":[["Ana"]]}}]""";
    static final String PRODUCT = """
            [{"type":"HEADER","format":"PRODUCT"},{"type":"BODY","text":"Back in stock."},
             {"type":"BUTTONS","buttons":[{"type":"SPM","text":"View"}]}]""";
    static final String FLOW = """
            [{"type":"BODY","text":"Book a visit."},
             {"type":"BUTTONS","buttons":[{"type":"FLOW","text":"Book","flow_id":"1","flow_action":"navigate"}]}]""";
    static final String CATALOGUE = """
            [{"type":"BODY","text":"All we have."},{"type":"BUTTONS","buttons":[{"type":"CATALOG","text":"View catalog"}]}]""";
    static final String PRODUCT_LIST = """
            [{"type":"HEADER","format":"TEXT","text":"For you"},{"type":"BODY","text":"Look."},
             {"type":"BUTTONS","buttons":[{"type":"MPM","text":"View items"}]}]""";
    static final String OFFER = """
            [{"type":"HEADER","format":"TEXT","text":"Two days only"},
             {"type":"LIMITED_TIME_OFFER","limited_time_offer":{"text":"Ends soon","has_expiration":true}},
             {"type":"BODY","text":"A quarter off."},
             {"type":"BUTTONS","buttons":[{"type":"COPY_CODE"},{"type":"URL","text":"Shop","url":"https://a.example/{{1}}"}]}]""";
    private static final String REPLIES = """
            [{"type":"BODY","text":"Coming?"},
             {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Yes"},{"type":"QUICK_REPLY","text":"No"}]}]""";
    private static final String SECTIONS =
            "[{\"title\":\"Popular\",\"product_items\":[{\"product_retailer_id\":\"sku1\"}]}]";
    private static final String PRODUCT_CARDS = """
            [{"type":"BODY","text":"New, {{name}}:","example":{"body_text_named_params":[{"param_name":"name","example":"Ana"}]}},
             {"type":"CAROUSEL","cards":[
              {"components":[{"type":"HEADER","format":"PRODUCT"},{"type":"BUTTONS","buttons":[{"type":"SPM","text":"View"}]}]},
              {"components":[{"type":"HEADER","format":"PRODUCT"},{"type":"BUTTONS","buttons":[{"type":"SPM","text":"View"}]}]}]}]""";

    private static final String TAPPED = """
            [{"type":"BODY","text":"Sale."},
             {"type":"BUTTONS","buttons":[{"type":"URL","text":"Shop","url":"https://a.example/"}]}]""";

    static Stream<Arguments> parts() {
        return Stream.of(
                arguments(
                        "tap target",
                        TAPPED,
                        Map.of("tap_target.title", "Offer details", "tap_target.url", "https://a.example/offer"),
                        """
                        [{"type":"tap_target_configuration","parameters":[{"type":"tap_target_configuration",
                           "tap_target_configuration":[{"url":"https://a.example/offer","title":"Offer details"}]}]}]"""),
                arguments(
                        "location",
                        LOCATION,
                        Map.of(
                                "header.latitude", "-23.55",
                                "header.longitude", "-46.63",
                                "header.name", "Store",
                                "header.address", "Street 1",
                                "body.1", "Bo"),
                        """
                        [{"type":"header","parameters":[{"type":"location","location":
                           {"latitude":"-23.55","longitude":"-46.63","name":"Store","address":"Street 1"}}]},
                         {"type":"body","parameters":[{"type":"text","text":"Bo"}]}]"""),
                arguments(
                        "document with a name",
                        Components.IMAGE.replace("IMAGE", "DOCUMENT"),
                        Map.of("header.media", "https://a.example/bill.pdf", "header.filename", "bill.pdf"),
                        """
                        [{"type":"header","parameters":[{"type":"document","document":
                           {"link":"https://a.example/bill.pdf","filename":"bill.pdf"}}]}]"""),
                arguments("single product", PRODUCT, Map.of("header.product", "sku1", "header.catalog", "19483"), """
                        [{"type":"header","parameters":[{"type":"product","product":
                           {"product_retailer_id":"sku1","catalog_id":"19483"}}]}]"""),
                arguments("quick replies without payload", REPLIES, Map.of(), null),
                arguments("a quick reply with a payload", REPLIES, Map.of("button.1.payload", "NO_MORE"), """
                        [{"type":"button","sub_type":"quick_reply","index":"1",
                          "parameters":[{"type":"payload","payload":"NO_MORE"}]}]"""),
                arguments("flow without a token", FLOW, Map.of(), """
                        [{"type":"button","sub_type":"flow","index":"0",
                          "parameters":[{"type":"action","action":{"flow_token":"unused"}}]}]"""),
                arguments(
                        "flow with token and data",
                        FLOW,
                        Map.of("button.0.flow_token", "t", "button.0.flow_data", "{\"screen\": 1}"),
                        """
                        [{"type":"button","sub_type":"flow","index":"0","parameters":[{"type":"action",
                           "action":{"flow_token":"t","flow_action_data":{"screen":1}}}]}]"""),
                arguments("catalogue as it is", CATALOGUE, Map.of(), null),
                arguments("catalogue with a product in front", CATALOGUE, Map.of("button.0.thumbnail", "sku1"), """
                        [{"type":"button","sub_type":"CATALOG","index":0,
                          "parameters":[{"type":"action","action":{"thumbnail_product_retailer_id":"sku1"}}]}]"""),
                arguments(
                        "list of products",
                        PRODUCT_LIST,
                        Map.of("button.0.thumbnail", "sku1", "button.0.sections", SECTIONS),
                        """
                        [{"type":"button","sub_type":"mpm","index":0,"parameters":[{"type":"action",
                          "action":{"thumbnail_product_retailer_id":"sku1",
                           "sections":[{"title":"Popular","product_items":[{"product_retailer_id":"sku1"}]}]}}]}]"""),
                arguments(
                        "offer for a limited time",
                        OFFER,
                        Map.of("offer.expires", "1790000000000", "button.0.code", "25OFF", "button.1.url", "sale"),
                        """
                        [{"type":"limited_time_offer","parameters":[{"type":"limited_time_offer",
                           "limited_time_offer":{"expiration_time_ms":1790000000000}}]},
                         {"type":"button","sub_type":"copy_code","index":"0",
                          "parameters":[{"type":"coupon_code","coupon_code":"25OFF"}]},
                         {"type":"button","sub_type":"url","index":"1","parameters":[{"type":"text","text":"sale"}]}]"""),
                arguments(
                        "an offer without an end",
                        OFFER.replace("true", "false"),
                        Map.of("button.0.code", "25OFF", "button.1.url", "sale"),
                        """
                        [{"type":"button","sub_type":"copy_code","index":"0",
                          "parameters":[{"type":"coupon_code","coupon_code":"25OFF"}]},
                         {"type":"button","sub_type":"url","index":"1","parameters":[{"type":"text","text":"sale"}]}]"""),
                arguments(
                        "carousel of products, named parameters",
                        PRODUCT_CARDS,
                        Map.of(
                                "body.name", "Bo",
                                "card.0.header.product", "a",
                                "card.0.header.catalog", "9",
                                "card.1.header.product", "b",
                                "card.1.header.catalog", "9"),
                        """
                        [{"type":"body","parameters":[{"type":"text","parameter_name":"name","text":"Bo"}]},
                         {"type":"carousel","cards":[
                          {"card_index":0,"components":[{"type":"header","parameters":[{"type":"product",
                             "product":{"product_retailer_id":"a","catalog_id":"9"}}]}]},
                          {"card_index":1,"components":[{"type":"header","parameters":[{"type":"product",
                             "product":{"product_retailer_id":"b","catalog_id":"9"}}]}]}]}]"""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("parts")
    void isTheJsonThatMetaDocuments(String situation, String approved, Map<String, String> values, String sent) {
        CompiledTemplate compiled =
                TemplateCompiler.compile("promo", "pt_BR", Components.json(approved), values.keySet(), Map.of());
        String json = compiled.render(compiled.slots().stream().map(values::get).toList());
        String rest = sent == null ? "" : ",\"components\":" + sent;
        String expected = "{\"name\":\"promo\",\"language\":{\"code\":\"pt_BR\"}" + rest + "}";
        assertEquals(Components.json(expected), Components.json(json));
    }
}
