package io.tiercast.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A campaign of each kind of template to one person, through the sandbox, which refuses what is not as Meta documents it. */
@QuarkusTest
class EveryKindTest {

    private static final String NAME = "'body.1':{'path':'contact.name','fallback':'you'}";
    private static final String IMAGE = "'header.media':{'value':'https://shop.example.com/a.jpg'}";
    private static final String SECTIONS =
            "[{\\\"title\\\":\\\"Popular\\\",\\\"product_items\\\":[{\\\"product_retailer_id\\\":\\\"sku1\\\"}]}]";

    static Stream<Arguments> kinds() {
        return Stream.of(
                arguments("diwali_offer", "en", NAME + ",'body.2':'Pune','body.3':'20%','button.0.url':'x'"),
                arguments(
                        "diwali_offer",
                        "en",
                        NAME + ",'body.2':'Pune','body.3':'20%','button.0.url':'x','button.1.payload':'NO_MORE'"),
                arguments(
                        "diwali_offer",
                        "en",
                        NAME
                                + ",'body.2':'Pune','body.3':'20%','button.0.url':'x','tap_target.title':'Offer','tap_target.url':'https://shop.example.com/'"),
                arguments("new_collection", "en_US", IMAGE + ",'body.first_name':'Asha','body.city':'Pune'"),
                arguments("login_code", "en_US", "'body.1':{'value':'123456'}"),
                arguments(
                        "pickup_point",
                        "en_US",
                        NAME
                                + ",'header.latitude':'18.52','header.longitude':'73.85','header.name':'Shop','header.address':'Street 1'"),
                arguments("invoice_ready", "en_US", NAME + ",'header.media':'https://shop.example.com/i.pdf'"),
                arguments(
                        "invoice_ready",
                        "en_US",
                        NAME + ",'header.media':'https://shop.example.com/i.pdf','header.filename':'invoice.pdf'"),
                arguments(
                        "weekend_offer",
                        "en_US",
                        NAME + "," + IMAGE
                                + ",'offer.expires':'2030-01-01T00:00:00Z','button.0.code':'WEEKEND25','button.1.url':'WEEKEND25'"),
                arguments(
                        "best_sellers",
                        "en_US",
                        NAME + ",'card.0." + IMAGE.substring(1)
                                + ",'card.0.body.1':'499','card.0.button.1.url':'kurta','card.1.header.media':'https://shop.example.com/shawl.jpg'"
                                + ",'card.1.body.1':'999','card.1.button.1.url':'shawl','card.1.button.0.payload':'SHAWL'"),
                arguments(
                        "picked_for_you",
                        "en_US",
                        NAME + ",'button.0.thumbnail':'sku1','button.0.sections':'" + SECTIONS + "'"),
                arguments("whole_range", "en_US", ""),
                arguments("whole_range", "en_US", "'button.0.thumbnail':'sku1'"),
                arguments("back_in_stock", "en_US", NAME + ",'header.product':'sku1','header.catalog':'19483'"),
                arguments(
                        "book_a_fitting",
                        "en_US",
                        "'header.media':'https://shop.example.com/v.mp4','body.first_name':'Asha'"),
                arguments(
                        "book_a_fitting",
                        "en_US",
                        "'header.media':'https://shop.example.com/v.mp4','body.first_name':'Asha','button.0.flow_token':'t','button.0.flow_data':'{\\\"a\\\":1}'"),
                arguments(
                        "product_cards",
                        "en_US",
                        "'card.0.header.product':'a','card.0.header.catalog':'9','card.1.header.product':'b','card.1.header.catalog':'9'"));
    }

    @ParameterizedTest(name = "{0} ({2})")
    @MethodSource("kinds")
    void isTakenByMeta(String name, String language, String variables) {
        long group = Shop.groupOf(1);
        String content =
                "'content':[{'templateId':%d,'variables':{%s}}]".formatted(Shop.template(name, language), variables);
        long campaign = Shop.id(Shop.post(
                        "/campaigns",
                        "{'name':'Kind','senderIds':[%d],%s,'audience':{'groupIds':[%d]}}"
                                .formatted(Shop.sender(), content, group))
                .statusCode(201));
        Shop.post("/campaigns/" + campaign + "/launch").statusCode(200);
        Shop.awaitState(campaign, "COMPLETED");

        JsonPath stats = Shop.get("/campaigns/" + campaign + "/stats");
        assertEquals(1, stats.getInt("funnel.accepted"), () -> "refused: " + stats.getMap("failedByCode"));
        assertEquals(Map.of(), stats.getMap("skippedByReason"));
    }

    @Test
    void whoWouldGetATextLongerThanMetaAllowsIsLeftOut() {
        long group = Shop.groupOf(1);
        String note = "x".repeat(990);
        Shop.join(
                group,
                Shop.contact(
                        "'name':'Asha','attributes':{'note':'%s'},'consent':{'marketing':'OPTED_IN'}".formatted(note)));
        String content =
                "'content':[{'templateId':%d,'variables':{%s,'body.2':{'path':'contact.attributes.note','fallback':'Pune'},'body.3':'20','button.0.url':'x'}}]"
                        .formatted(Shop.template("diwali_offer", "en"), NAME);
        long campaign = Shop.id(Shop.post(
                        "/campaigns",
                        "{'name':'Long','senderIds':[%d],%s,'audience':{'groupIds':[%d]}}"
                                .formatted(Shop.sender(), content, group))
                .statusCode(201));
        JsonPath check = Shop.post("/campaigns/" + campaign + "/preflight")
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(1, check.getInt("audience.skipped.TEXT_TOO_LONG"));
        assertEquals(List.of("TEXTS_TOO_LONG"), check.getList("warnings.code"));
        Shop.post("/campaigns/" + campaign + "/launch").statusCode(200);
        Shop.awaitState(campaign, "COMPLETED");
        JsonPath stats = Shop.get("/campaigns/" + campaign + "/stats");
        assertEquals(Map.of("TEXT_TOO_LONG", 1), stats.getMap("skippedByReason"));
        assertEquals(1, stats.getInt("funnel.accepted"));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void whatMetaWouldRefuseForFormIsAProblemBeforeTheLaunch(String name, String variables, String field) {
        String content =
                "'content':[{'templateId':%d,'variables':{%s}}]".formatted(Shop.template(name, "en_US"), variables);
        long campaign = Shop.id(Shop.post(
                        "/campaigns",
                        "{'name':'Kind','senderIds':[%d],%s,'audience':{'groupIds':[%d]}}"
                                .formatted(Shop.sender(), content, Shop.groupOf(1)))
                .statusCode(201));
        JsonPath check = Shop.post("/campaigns/" + campaign + "/preflight")
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals("content[0].variables." + field, check.getString("problems[0].field"));
    }

    static Stream<Arguments> unfit() {
        return Stream.of(
                arguments("login_code", "'body.1':'1234567890123456'", "body.1"),
                arguments(
                        "product_cards",
                        "'card.0.header.product':'a','card.0.header.catalog':'9','card.1.header.product':'b'",
                        "card.1.header.catalog"),
                arguments(
                        "picked_for_you",
                        NAME + ",'button.0.thumbnail':'sku1','button.0.sections':'sku1,sku2'",
                        "button.0.sections"));
    }
}
