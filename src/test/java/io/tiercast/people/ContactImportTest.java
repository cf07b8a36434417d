package io.tiercast.people;

import static io.tiercast.contact.People.api;
import static io.tiercast.contact.People.create;
import static io.tiercast.contact.People.json;
import static io.tiercast.contact.People.phone;
import static io.tiercast.people.Csv.contact;
import static io.tiercast.people.Csv.imported;
import static io.tiercast.people.Csv.send;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContactImportTest {

    @Test
    void nationalPhonesAreOfTheDefaultCountry() {
        imported("?defaultCountry=DE", "phone,name\n030 901877,Amt\n".getBytes(UTF_8))
                .body("created", equalTo(1));
        contact("+4930901877").body("items[0].name", equalTo("Amt")).body("items[0].country", equalTo("DE"));
    }

    @Test
    void knownPhonesAreMergedAndPhonesNamedTwiceAreOnePerson() {
        String known = phone();
        String twice = phone();
        create("{'phone':'%s','name':'Old','attributes':{'kept':1},'tags':['old']}".formatted(known));
        imported("phone,name,tags,extra\n%s,New,new,x\n%s,One,,\n%s,,two,\n".formatted(known, twice, twice))
                .body("rows", equalTo(3))
                .body("created", equalTo(1))
                .body("updated", equalTo(2));
        contact(known)
                .body("items[0].name", equalTo("New"))
                .body("items[0].attributes.kept", equalTo(1))
                .body("items[0].attributes.extra", equalTo("x"))
                .body("items[0].tags", contains("old", "new"));
        contact(twice).body("items[0].name", equalTo("One")).body("items[0].tags", contains("two"));
    }

    @Test
    void anExternalIdOfSomebodyElseIsNamed() {
        create("{'phone':'%s','externalId':'imp-taken'}".formatted(phone()));
        int id = imported("phone,external_id\n%s,imp-taken\n%s,imp-free\n".formatted(phone(), phone()))
                .body("created", equalTo(1))
                .body("rejected", equalTo(1))
                .extract()
                .path("id");
        api().get("/api/v1/imports/" + id + "/rejections")
                .then()
                .body("items.line", contains(2))
                .body("items.value", contains("imp-taken"));
    }

    @Test
    void everybodyJoinsTheGroupOnce() {
        int group = json("{'name':'Imported'}").post("/api/v1/groups").path("id");
        String twice = phone();
        byte[] file = "phone\n%s\n%s\n%s\n".formatted(twice, phone(), twice).getBytes(UTF_8);
        imported("?groupId=" + group, file).body("rows", equalTo(3)).body("groupId", equalTo(group));
        imported("?groupId=" + group, file).body("updated", equalTo(3));
        api().get("/api/v1/groups/" + group).then().body("memberCount", equalTo(2));
    }

    @Test
    void anOptOutSurvivesAnImportThatSaysOptedIn() {
        String out = phone();
        String fresh = phone();
        create("{'phone':'%s','consent':{'marketing':'OPTED_OUT','source':'STOP'}}".formatted(out));
        int id = imported(
                        "?consent=OPTED_IN",
                        "phone\n%s\n%s\n".formatted(out, fresh).getBytes(UTF_8))
                .body("optOutsKept", equalTo(1))
                .extract()
                .path("id");
        contact(out)
                .body("items[0].consent.marketing", equalTo("OPTED_OUT"))
                .body("items[0].consent.source", equalTo("STOP"));
        contact(fresh)
                .body("items[0].consent.marketing", equalTo("OPTED_IN"))
                .body("items[0].consent.source", equalTo("import:" + id));
    }

    @Test
    void aDryRunCountsAndRejectsButStoresNobody() {
        String known = phone();
        String fresh = phone();
        create("{'phone':'%s','name':'Old'}".formatted(known));
        int group = json("{'name':'Dry'}").post("/api/v1/groups").path("id");
        int id = imported(
                        "?dryRun=true&consent=OPTED_IN&groupId=" + group,
                        "phone,name,dry\n%s,New,1\n%s,One,2\n12,Bad,3\n%s,Again,4\n"
                                .formatted(known, fresh, fresh)
                                .getBytes(UTF_8))
                .body("dryRun", is(true))
                .body("rows", equalTo(4))
                .body("created", equalTo(1))
                .body("updated", equalTo(2))
                .body("rejected", equalTo(1))
                .body("repeated", equalTo(1))
                .extract()
                .path("id");
        api().get("/api/v1/imports/" + id + "/rejections").then().body("items.line", contains(4));
        contact(known).body("items[0].name", equalTo("Old")).body("items[0].consent.marketing", equalTo("UNKNOWN"));
        contact(fresh).body("items", empty());
        api().get("/api/v1/groups/" + group).then().body("memberCount", equalTo(0));
        api().get("/api/v1/attributes").then().body("items.key", not(hasItem("dry")));
    }

    @Test
    void theSourceOfTheConsentIsKeptWithEachContact() {
        String phone = phone();
        int id = imported(
                        "?consent=OPTED_IN&consentSource=Fair of May",
                        "phone\n%s\n".formatted(phone).getBytes(UTF_8))
                .body("consentSource", equalTo("Fair of May"))
                .extract()
                .path("id");
        contact(phone)
                .body("items[0].consent.source", equalTo("Fair of May"))
                .body("items[0].consent.evidence", equalTo("import:" + id));
        imported(
                "?consent=OPTED_IN&consentSource=Later",
                "phone\n%s\n".formatted(phone).getBytes(UTF_8));
        contact(phone).body("items[0].consent.source", equalTo("Fair of May"));
        send("?consentSource=x", "phone\n".getBytes(UTF_8))
                .then()
                .statusCode(422)
                .body("errors.field", contains("consent"));
    }

    @Test
    void withDoubleOptInTheFileOnlyAsks() {
        String fresh = phone();
        String in = phone();
        create("{'phone':'%s','consent':{'marketing':'OPTED_IN'}}".formatted(in));
        imported(
                        "?consent=OPTED_IN&doubleOptIn=true",
                        "phone\n%s\n%s\n".formatted(fresh, in).getBytes(UTF_8))
                .body("doubleOptIn", is(true));
        contact(fresh)
                .body("items[0].consent.marketing", equalTo("UNKNOWN"))
                .body("items[0].consent.requestedAt", notNullValue());
        contact(in)
                .body("items[0].consent.marketing", equalTo("OPTED_IN"))
                .body("items[0].consent.requestedAt", nullValue());
    }

    @Test
    void whoIsSuppressedAndImportedAgainStaysSuppressed() {
        String phone = phone();
        json("{'phone':'%s'}".formatted(phone))
                .post("/api/v1/suppressions")
                .then()
                .statusCode(201);
        imported(
                        "?consent=OPTED_IN",
                        "phone\n%s\n%s\n".formatted(phone, phone()).getBytes(UTF_8))
                .body("created", equalTo(2));
        contact(phone).body("items[0].suppressed", equalTo("ALL"));
    }

    @Test
    void impossibleOptionsAreNamed() {
        byte[] file = "phone\n".getBytes(UTF_8);
        send("?groupId=999999999", file).then().statusCode(422).body("errors.field", contains("groupId"));
        send("?defaultCountry=Atlantis", file).then().statusCode(422).body("errors.field", contains("defaultCountry"));
        send("?consent=MAYBE", file).then().statusCode(400);
        api().contentType("application/json")
                .body("{}")
                .post("/api/v1/contacts/import")
                .then()
                .statusCode(415);
    }

    @Test
    void anImportThatIsOverCannotBeCancelled() {
        int id = imported("phone\n").extract().path("id");
        api().post("/api/v1/imports/" + id + "/cancel").then().statusCode(409);
    }

    @Test
    void anUnknownImportIsNotFound() {
        api().get("/api/v1/imports/999999999").then().statusCode(404);
        api().get("/api/v1/imports/999999999/rejections").then().statusCode(404);
        api().get("/api/v1/imports/999999999/stream").then().statusCode(404);
        api().post("/api/v1/imports/999999999/cancel").then().statusCode(404);
    }

    @Test
    void importsAreListedAndWatched() {
        int id = imported("phone\n%s\n".formatted(phone())).extract().path("id");
        api().get("/api/v1/imports").then().statusCode(200).body("items.id", hasItem(id));
        String events = api().get("/api/v1/imports/" + id + "/stream")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/event-stream"))
                .extract()
                .asString();
        assertThat(events, allOf(containsString("event:import"), containsString("COMPLETED")));
    }
}
