package io.tiercast.campaign;

import static io.tiercast.campaign.RecipientCalls.draft;
import static io.tiercast.campaign.RecipientCalls.upload;
import static io.tiercast.campaign.RecipientCalls.values;
import static io.tiercast.campaign.Shop.api;
import static io.tiercast.campaign.Shop.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no list of recipients is refused whole. */
@QuarkusTest
class RefusedRecipientsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~ | 422 | empty
            name,coupon | 422 | no column
            phone,a,a | 422 | twice
            phone,NUL | 422 | no text
            """)
    void aFileThatIsNoListIsRefusedWhole(String csv, int status, String detail) {
        long campaign = draft("{'value':'X'}");
        upload(campaign, csv.replace("NUL", "\0")).statusCode(status).body("detail", containsString(detail));
        values(campaign).body("count", equalTo(0));
    }

    @Test
    void whatIsNoListOfObjectsIsRefused() {
        long campaign = draft("{'value':'X'}");
        String path = "/campaigns/" + campaign + "/recipients";
        post(path, "[]").statusCode(400);
        post(path, "[null]").statusCode(400);
        post(path, "{}").statusCode(400);
        post(path, "{'recipients':[{'phone':'+919720000001'}],'more':1}").statusCode(400);
        post(path, "{'recipients':[{'phone':'+919720000001','coupon':'A'}]}")
                .statusCode(200)
                .body("added", equalTo(1));
        post(path, "{'phone':'+919720000001'}").statusCode(400);
        post(path, "[{'phone':'+919720000001','coupon':{'code':1}}]")
                .statusCode(200)
                .body("rejected", equalTo(1));
        post(path + "?defaultCountry=XX", "[{'phone':'1'}]").statusCode(422);
        post("/campaigns/99999999/recipients", "[{'phone':'+919720000001'}]").statusCode(404);
        api().contentType("text/csv")
                .body("phone\n+919720000001\n")
                .post("/api/v1/campaigns/99999999/recipients")
                .then()
                .statusCode(404);
    }
}
