package io.tiercast.contact;

import static io.tiercast.contact.People.api;
import static io.tiercast.contact.People.create;
import static io.tiercast.contact.People.json;
import static io.tiercast.contact.People.phone;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ContactTest {

    @Test
    void whatIsCreatedIsReadBackWhole() {
        String phone = phone();
        String location = create("""
                        {'phone':'%s','name':' Asha ','externalId':'crm-1','language':'en_IN','timezone':'Asia/Kolkata',
                         'attributes':{'city':'Pune','age':31,'vip':true,'joined':'2026-01-31','likes':['tea','rain'],'gone':null},
                         'tags':[' vip ','new','vip',''],
                         'consent':{'marketing':'OPTED_IN','source':'shop','at':'2026-01-02T03:04:05Z'}}
                        """.formatted(phone)).extract().header("Location");
        api().log()
                .all()
                .get(location)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("phone", equalTo(phone))
                .body("name", equalTo("Asha"))
                .body("country", equalTo("IN"))
                .body("attributes.age", equalTo(31))
                .body("attributes.vip", is(true))
                .body("attributes.likes", contains("tea", "rain"))
                .body("attributes.size()", equalTo(5))
                .body("tags", contains("vip", "new"))
                .body("consent.marketing", equalTo("OPTED_IN"))
                .body("consent.utility", equalTo("UNKNOWN"))
                .body("consent.source", equalTo("shop"))
                .body("consent.at", equalTo("2026-01-02T03:04:05Z"));
    }

    @Test
    void aPhoneAsPeopleWriteItIsStoredInInternationalForm() {
        create("{'phone':'+49 (030) 90 18 20'}")
                .body("phone", equalTo("+4930901820"))
                .body("country", equalTo("DE"));
    }

    @Test
    void aConsentWithoutTimeIsGivenNow() {
        create("{'phone':'%s','consent':{'marketing':'OPTED_IN'}}".formatted(phone()))
                .body("consent.at", notNullValue())
                .body("consent.source", equalTo("API"));
    }

    @Test
    void noConsentIsUnknown() {
        create("{'phone':'%s'}".formatted(phone()))
                .body("consent.marketing", equalTo("UNKNOWN"))
                .body("consent.at", nullValue());
    }

    @Test
    void aKnownPhoneIsRefusedWithTheIdOfItsContact() {
        String phone = phone();
        int id = create("{'phone':'%s'}".formatted(phone)).extract().path("id");
        json("{'phone':'%s'}".formatted(phone))
                .post("/api/v1/contacts")
                .then()
                .statusCode(409)
                .contentType(containsString("application/problem+json"))
                .body("id", equalTo(id))
                .body("detail", containsString(Integer.toString(id)));
    }

    @Test
    void anExternalIdBelongsToOneContact() {
        int id = create("{'phone':'%s','externalId':'only-one'}".formatted(phone()))
                .extract()
                .path("id");
        json("{'phone':'%s','externalId':'only-one'}".formatted(phone()))
                .post("/api/v1/contacts")
                .then()
                .statusCode(409)
                .body("id", equalTo(id));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'phone':'12'}                                     | phone
            {'phone':''}                                       | phone
            {'phone':'98'}                                     | phone
            {'phone':'hello'}                                  | phone
            {'phone':'9812345678'}                             | phone
            {'phone':'+919812345678','timezone':'Mars/Base'}   | timezone
            {'phone':'+919812345678','language':'klingonese!'} | language
            {'phone':'+919812345678','attributes':{'a':{}}}    | attributes.a
            {'phone':'+919812345678','attributes':{'a':[1]}}   | attributes.a
            {'phone':'+919812345678','attributes':{'a':1e999}} | attributes.a
            {'phone':'+919812345678','attributes':{'':1}}      | attributes
            {'phone':'+919812345678','tags':['a;b']}           | tags
            """)
    void whatCannotBeAcceptedIsNamed(String body, String field) {
        json(body)
                .post("/api/v1/contacts")
                .then()
                .statusCode(422)
                .contentType(containsString("application/problem+json"))
                .body("errors.field", hasItem(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "",
                "{}",
                "{'phone':null}",
                "{'phone':'+919812345678','colour':'red'}",
                "{'phone':'+919812345678','attributes':'red'}",
                "{'phone':'+919812345678','tags':'red'}",
                "{'phone':'+919812345678','tags':[null]}",
                "{'phone':{'number':1}}",
                "{'phone':919812345678}",
                "{'phone':'+919812345678','name':'a\\u0000b'}",
                "{'phone':'+919812345678','consent':{'marketing':'MAYBE'}}",
                "{'phone':'+919812345678','consent':{'at':'yesterday'}}"
            })
    void whatIsMalformedIsRefused(String body) {
        json(body)
                .post("/api/v1/contacts")
                .then()
                .statusCode(400)
                .contentType(containsString("application/problem+json"));
    }

    @Test
    void anUnknownContactIsNotFound() {
        api().get("/api/v1/contacts/999999999").then().statusCode(404);
        api().delete("/api/v1/contacts/999999999").then().statusCode(404);
        api().get("/api/v1/contacts/abc").then().statusCode(404);
    }

    @Test
    void aPatchChangesWhatItNamesAndClearsWhatIsNull() {
        int id = create("{'phone':'%s','name':'Asha','language':'en','attributes':{'a':1,'b':2},'tags':['x']}"
                        .formatted(phone()))
                .extract()
                .path("id");
        patch(id, "{'name':'Usha','language':null,'attributes':{'a':null,'c':3}}")
                .statusCode(200)
                .body("name", equalTo("Usha"))
                .body("language", nullValue())
                .body("attributes.size()", equalTo(2))
                .body("attributes.c", equalTo(3))
                .body("tags", contains("x"));
    }

    @Test
    void anOptOutByPatchIsDatedNow() {
        int id = create("{'phone':'%s','consent':{'marketing':'OPTED_IN','source':'shop','at':'2026-01-02T03:04:05Z'}}"
                        .formatted(phone()))
                .extract()
                .path("id");
        patch(id, "{'consent':{'marketing':'OPTED_OUT'}}")
                .statusCode(200)
                .body("consent.marketing", equalTo("OPTED_OUT"))
                .body("consent.source", equalTo("API"))
                .body("consent.at", not(equalTo("2026-01-02T03:04:05Z")));
    }

    @Test
    void aPatchMustBeAcceptableAsAWhole() {
        long id = People.contact();
        patch(id, "{'phone':'12'}").statusCode(422).body("errors.field", hasItem("phone"));
        patch(id, "{'phone':null}").statusCode(422);
        patch(id, "{'colour':'red'}").statusCode(400);
        patch(id, "{'id':7}").statusCode(400);
        patch(id, "[]").statusCode(400);
        patch(999999999, "{}").statusCode(404);
    }

    @Test
    void aPatchOntoAKnownPhoneIsRefused() {
        String phone = phone();
        create("{'phone':'%s'}".formatted(phone));
        patch(People.contact(), "{'phone':'%s'}".formatted(phone)).statusCode(409);
    }

    @Test
    void nobodyOverwritesWhatTheyHaveNotSeen() {
        long id = People.contact();
        String seen = api().get("/api/v1/contacts/" + id).header("ETag");
        patch(id, "{'name':'First'}").statusCode(200);
        json("{'name':'Second'}")
                .header("If-Match", seen)
                .patch("/api/v1/contacts/" + id)
                .then()
                .statusCode(412);
        api().get("/api/v1/contacts/" + id).then().body("name", equalTo("First"));
    }

    @Test
    void aDeletedContactIsGone() {
        long id = People.contact();
        api().delete("/api/v1/contacts/" + id).then().statusCode(204);
        api().get("/api/v1/contacts/" + id).then().statusCode(404);
    }

    @Test
    void attributesAreKnownByTypeAndLabel() {
        create("{'phone':'%s','attributes':{'home_town':'Goa','shoeSize':42,'mixed':1}}".formatted(phone()));
        create("{'phone':'%s','attributes':{'mixed':'two'}}".formatted(phone()));
        api().get("/api/v1/attributes")
                .then()
                .statusCode(200)
                .body("items.find{it.key=='home_town'}.label", equalTo("Home town"))
                .body("items.find{it.key=='home_town'}.type", equalTo("TEXT"))
                .body("items.find{it.key=='shoeSize'}.type", equalTo("NUMBER"))
                .body("items.find{it.key=='mixed'}.type", equalTo("TEXT"));
    }

    private static ValidatableResponse patch(long id, String body) {
        return json(body).patch("/api/v1/contacts/" + id).then();
    }
}
