package io.tiercast.hook;

import static io.tiercast.contact.People.api;
import static io.tiercast.contact.People.json;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which endpoints there may be. */
@QuarkusTest
@TestProfile(PublicAddressesOnly.class)
class WebhookEndpointTest {

    private static final String PATH = "/api/v1/webhook-endpoints";

    @Test
    void theSecretIsShownOnceAndTheRestCanBeChanged() {
        int id = json("{'url':'https://example.com/told','events':['REPLY','OPT_OUT','REPLY'],'description':'Ours'}")
                .post(PATH)
                .then()
                .statusCode(201)
                .header("Location", startsWith("http"))
                .body("secret", startsWith("whsec_"))
                .body("state", equalTo("ENABLED"))
                .body("events", equalTo(List.of("REPLY", "OPT_OUT")))
                .extract()
                .path("id");
        api().get(PATH + "/" + id).then().statusCode(200).body("secret", nullValue());
        json("{'state':'DISABLED','description':null,'events':['CAMPAIGN_STATE']}")
                .patch(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("disabledReason", equalTo("Disabled by a person."))
                .body("description", nullValue());
        api().get(PATH).then().statusCode(200).body("items.id", hasItem(id));
        api().delete(PATH + "/" + id).then().statusCode(204);
        api().get(PATH + "/" + id).then().statusCode(404);
        api().get(PATH + "/" + id + "/deliveries").then().statusCode(404);
        json("{'state':'ENABLED'}").patch(PATH + "/" + id).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'url':'http://example.com/x','events':['REPLY']} | 422 | url
            {'url':'https://127.0.0.1/x','events':['REPLY']} | 422 | url
            {'url':'https://10.1.2.3/x','events':['REPLY']} | 422 | url
            {'url':'https://localhost/x','events':['REPLY']} | 422 | url
            {'url':'https://[::1]/x','events':['REPLY']} | 422 | url
            {'url':'no address','events':['REPLY']} | 422 | url
            {'url':'https://example.com/x','events':[]} | 400 | events
            {'url':'https://example.com/x','events':['NOISE']} | 400 | events[0]
            {'url':'https://example.com/x','events':['REPLY'],'secret':'mine'} | 400 | secret
            {'events':['REPLY']} | 400 | url
            """)
    void anEndpointThatCannotBeIsRefusedByItsField(String body, int status, String field) {
        json(body).post(PATH).then().statusCode(status).body("errors.field", hasItem(field));
    }
}
