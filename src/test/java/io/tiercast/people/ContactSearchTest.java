package io.tiercast.people;

import static io.tiercast.contact.People.api;
import static io.tiercast.contact.People.create;
import static io.tiercast.contact.People.json;
import static io.tiercast.contact.People.phone;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ContactSearchTest {

    @Test
    void aPersonIsFoundByAnyPartOfTheName() {
        int id = contact("'name':'Zubeida Quartermaine'");
        list("search", "QUARTER").body("items.id", contains(id));
        list("search", "eida qu").body("items.id", contains(id));
    }

    @Test
    void aPersonIsFoundByThePhoneOrItsBeginning() {
        create("{'phone':'+4940701821','name':'Berlin'}");
        list("search", "+4940701821").body("items.name", contains("Berlin"));
        list("search", "4940 7018 21").body("items.name", contains("Berlin"));
        list("search", "+49 40 70").body("items.name", contains("Berlin"));
        list("search", "0701821").body("items", empty());
    }

    @Test
    void whoeverHasAPhoneThatBeginsSoIsListedByPhone() {
        Stream.of("3003", "3001", "3002").forEach(end -> create("{'phone':'+49407018%s'}".formatted(end)));

        String cursor = pageOf("search=494070183&limit=2")
                .body("items.phone", contains("+494070183001", "+494070183002"))
                .extract()
                .path("nextCursor");
        pageOf("search=494070183&limit=2&cursor=" + cursor)
                .body("items.phone", contains("+494070183003"))
                .body("nextCursor", nullValue());
    }

    @Test
    void wildcardsAreLetters() {
        int id = contact("'name':'100%_sure'");
        list("search", "%_s").body("items.id", contains(id));
        list("search", "%%").body("items", empty());
    }

    @Test
    void allConditionsMustHold() {
        int both = contact("'name':'Filter One','tags':['gold','north'],'language':'hi'");
        int one = contact("'name':'Filter Two','tags':['gold']");
        list("tag", "gold").body("items.id", contains(one, both));
        api().queryParam("tag", "gold")
                .queryParam("search", "filter")
                .queryParam("language", "hi")
                .queryParam("country", "IN")
                .queryParam("marketing", "UNKNOWN")
                .get("/api/v1/contacts")
                .then()
                .body("items.id", contains(both));
    }

    @Test
    void membersOfAGroupAreFound() {
        int group = json("{'name':'Searched'}").post("/api/v1/groups").path("id");
        int member = contact("'name':'Member'");
        json("{'contactIds':[%d]}".formatted(member))
                .post("/api/v1/groups/" + group + "/members")
                .then()
                .statusCode(200);
        list("groupId", Integer.toString(group)).body("items.id", contains(member));
    }

    @Test
    void peopleAreFoundByTheConditionsThatASegmentHas() {
        int pune = contact("'tags':['filtered'],'attributes':{'city':'Pune'}");
        contact("'tags':['filtered'],'attributes':{'city':'Delhi'}");
        api().queryParam("tag", "filtered")
                .queryParam(
                        "filter",
                        "{\"type\":\"property\",\"path\":\"contact.attributes.city\",\"op\":\"EQ\",\"value\":\"Pune\"}")
                .get("/api/v1/contacts")
                .then()
                .statusCode(200)
                .body("items.id", contains(pune));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense|400",
                "null|400",
                "{\"type\":\"tag\"}|400",
                "{\"type\":\"group\",\"groupId\":999999999}|422",
                "{\"type\":\"property\",\"path\":\"contact.shoes\",\"op\":\"EXISTS\"}|422"
            })
    void conditionsThatMakeNoSenseAreRefused(String filter, int status) {
        api().queryParam("filter", filter).get("/api/v1/contacts").then().statusCode(status);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        int first = contact("'tags':['paged']");
        int second = contact("'tags':['paged']");
        int third = contact("'tags':['paged']");
        String cursor = api().get("/api/v1/contacts?tag=paged&limit=2")
                .then()
                .body("items.id", contains(third, second))
                .extract()
                .path("nextCursor");
        api().get("/api/v1/contacts?tag=paged&limit=2&cursor=" + cursor).then().body("items.id", contains(first));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=x", "cursor=nonsense", "groupId=x", "marketing=MAYBE"})
    void aQueryThatMakesNoSenseIsTheClientsFault(String query) {
        int status = api().get("/api/v1/contacts?" + query).statusCode();
        assertThat(status, oneOf(400, 404));
    }

    @Test
    void theCharacterNulFindsNobody() {
        api().get("/api/v1/contacts?search=%00").then().statusCode(200).body("items", empty());
    }

    private static int contact(String fields) {
        return create("{'phone':'%s',%s}".formatted(phone(), fields)).extract().path("id");
    }

    private static ValidatableResponse pageOf(String query) {
        return api().get("/api/v1/contacts?" + query).then().statusCode(200);
    }

    private static ValidatableResponse list(String parameter, String value) {
        return api().queryParam(parameter, value).get("/api/v1/contacts").then().statusCode(200);
    }
}
