package io.tiercast.campaign;

import static io.tiercast.campaign.Shop.api;
import static io.tiercast.campaign.Shop.contact;
import static io.tiercast.campaign.Shop.get;
import static io.tiercast.campaign.Shop.id;
import static io.tiercast.campaign.Shop.plan;
import static io.tiercast.campaign.Shop.post;

import io.restassured.response.ValidatableResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** What the tests say of the recipients that a campaign brings, over HTTP. */
final class RecipientCalls {

    private RecipientCalls() {}

    /** A draft for nobody yet, whose second variable has this source. */
    static long draft(String source) {
        String plan = plan(0, "").replace("'body.2':{'value':'Pune'}", "'body.2':" + source);
        return id(post("/campaigns", plan.replace("{'groupIds':[0]}", "{}")).statusCode(201));
    }

    static ValidatableResponse upload(long campaign, String csv) {
        return upload(campaign, csv, StandardCharsets.UTF_8);
    }

    static ValidatableResponse upload(long campaign, String csv, Charset charset) {
        return upload(campaign, csv.getBytes(charset), "");
    }

    static ValidatableResponse upload(long campaign, String csv, String query) {
        return upload(campaign, csv.getBytes(StandardCharsets.UTF_8), query);
    }

    static ValidatableResponse upload(long campaign, byte[] csv, String query) {
        return api().contentType("text/csv")
                .body(csv)
                .post("/api/v1/campaigns/" + campaign + "/recipients" + query)
                .then();
    }

    static ValidatableResponse values(long campaign) {
        return api().get("/api/v1/campaigns/" + campaign + "/recipients/values")
                .then()
                .statusCode(200);
    }

    static ValidatableResponse preflight(long campaign) {
        return post("/campaigns/" + campaign + "/preflight").statusCode(200);
    }

    static long optedIn() {
        return contact("'name':'Asha','consent':{'marketing':'OPTED_IN'}");
    }

    static String phone(long contact) {
        return get("/contacts/" + contact).getString("phone");
    }
}
