package io.tiercast.contact;

import static io.tiercast.contact.People.api;
import static io.tiercast.contact.People.create;
import static io.tiercast.contact.People.json;
import static io.tiercast.contact.People.phone;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DoubleOptIn.class)
class DoubleOptInTest {

    @Inject
    MarketingPreferences preferences;

    @Test
    void anOptInCountsOnceThePersonHasConfirmedIt() {
        String phone = phone();
        int id = create("{'phone':'%s','consent':{'marketing':'OPTED_IN','source':'form'}}".formatted(phone))
                .body("consent.marketing", equalTo("UNKNOWN"))
                .body("consent.requestedAt", notNullValue())
                .extract()
                .path("id");
        messageable(phone, 0);
        preferences
                .confirm(List.of(new MarketingPreference(phone.substring(1), null, true, "reply", "wamid.1", null)))
                .await()
                .atMost(Duration.ofSeconds(10));
        api().get("/api/v1/contacts/" + id)
                .then()
                .body("consent.marketing", equalTo("OPTED_IN"))
                .body("consent.requestedAt", nullValue());
        messageable(phone, 1);
    }

    @Test
    void aBatchAndAnEditOnlyAsk() {
        String phone = phone();
        json("{'contacts':[{'phone':'%s','consent':{'marketing':'OPTED_IN'}}]}".formatted(phone))
                .post("/api/v1/contacts/batch")
                .then()
                .statusCode(200);
        messageable(phone, 0);
        int id = create("{'phone':'%s'}".formatted(phone())).extract().path("id");
        json("{'consent':{'marketing':'OPTED_IN'}}")
                .patch("/api/v1/contacts/" + id)
                .then()
                .statusCode(200)
                .body("consent.marketing", equalTo("UNKNOWN"))
                .body("consent.requestedAt", notNullValue());
    }

    @Test
    void anOptOutNeedsNoConfirmation() {
        create("{'phone':'%s','consent':{'marketing':'OPTED_OUT'}}".formatted(phone()))
                .body("consent.marketing", equalTo("OPTED_OUT"))
                .body("consent.requestedAt", nullValue());
    }

    private static ValidatableResponse messageable(String phone, int people) {
        return json("{'filter':{'type':'property','path':'contact.phone','op':'EQ','value':'%s'}}".formatted(phone))
                .post("/api/v1/segments/preview")
                .then()
                .statusCode(200)
                .body("matched", equalTo(1))
                .body("messageable", equalTo(people));
    }
}
