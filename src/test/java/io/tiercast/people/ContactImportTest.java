package io.tiercast.people;

import static io.tiercast.contact.People.api;
import static io.tiercast.contact.People.create;
import static io.tiercast.contact.People.json;
import static io.tiercast.contact.People.phone;
import static io.tiercast.people.Csv.contact;
import static io.tiercast.people.Csv.imported;
import static io.tiercast.people.Csv.send;
import static java.nio.charset.StandardCharsets.UTF_16LE;
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
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ContactImportTest {

    @Test
    void everyColumnFindsItsPlace() {
        String phone = phone();
        imported("Phone,NAME,tags,language,timezone,external_id,city\n%s,Asha,vip;new,en_IN,Asia/Kolkata,imp-1,Pune\n"
                        .formatted(phone))
                .body("state", equalTo("COMPLETED"))
                .body("rows", equalTo(1))
                .body("totalRows", equalTo(1))
                .body("created", equalTo(1))
                .body("updated", equalTo(0))
                .body("rejected", equalTo(0));
        contact(phone)
                .body("items[0].name", equalTo("Asha"))
                .body("items[0].tags", contains("vip", "new"))
                .body("items[0].language", equalTo("en_IN"))
                .body("items[0].timezone", equalTo("Asia/Kolkata"))
                .body("items[0].externalId", equalTo("imp-1"))
                .body("items[0].attributes.city", equalTo("Pune"))
                .body("items[0].country", equalTo("IN"));
    }

    @Test
    void numbersAndBooleansAreRecognisedByTheWholeColumn() {
        String first = phone();
        String second = phone();
        imported("""
                phone,age,active,zip,mixed
                %s,31,TRUE,01234,7
                %s,4.5,false,12345,seven
                """.formatted(first, second)).body("created", equalTo(2));
        contact(first)
                .body("items[0].attributes.age", equalTo(31))
                .body("items[0].attributes.active", is(true))
                .body("items[0].attributes.zip", equalTo("01234"))
                .body("items[0].attributes.mixed", equalTo("7"));
        contact(second)
                .body("items[0].attributes.age", equalTo(4.5f))
                .body("items[0].attributes.zip", equalTo("12345"));
        api().get("/api/v1/attributes")
                .then()
                .body("items.find{it.key=='age'}.type", equalTo("NUMBER"))
                .body("items.find{it.key=='active'}.type", equalTo("BOOLEAN"))
                .body("items.find{it.key=='zip'}.type", equalTo("TEXT"));
    }

    @Test
    void badLinesAreNamedAndGoodOnesStored() {
        String good = phone();
        String alsoGood = phone();
        int id = imported("""
                phone,name,timezone
                %s,Good,
                12,Short,

                %s,Zone,Mars/Base
                %s,Many,,values,here
                ,Nobody,
                %s,Last,Asia/Kolkata
                """.formatted(good, phone(), phone(), alsoGood))
                .body("state", equalTo("COMPLETED"))
                .body("rows", equalTo(6))
                .body("created", equalTo(2))
                .body("rejected", equalTo(4))
                .extract()
                .path("id");
        api().get("/api/v1/imports/" + id + "/rejections")
                .then()
                .statusCode(200)
                .body("items.line", contains(3, 5, 6, 7))
                .body("items[0].reason", startsWith("phone"))
                .body("items[0].value", equalTo("12"))
                .body("items[1].reason", startsWith("timezone"))
                .body("items[1].value", equalTo("Mars/Base"));
        contact(alsoGood).body("items[0].name", equalTo("Last"));
    }

    @Test
    void rejectionsArePaged() {
        int id = imported("phone\n1\n2\n3\n").extract().path("id");
        String cursor = api().get("/api/v1/imports/" + id + "/rejections?limit=2")
                .then()
                .body("items.line", contains(2, 3))
                .extract()
                .path("nextCursor");
        api().get("/api/v1/imports/" + id + "/rejections?limit=2&cursor=" + cursor)
                .then()
                .body("items.line", contains(4))
                .body("nextCursor", nullValue());
    }

    @Test
    void quotesMayHoldSeparatorsQuotesAndLineBreaks() {
        String phone = phone();
        String next = phone();
        imported("phone,name,address\n%s,\"Rao, \"\"Bob\"\"\",\"1 High Street\nPune\"\n%s,Next,Here\n"
                        .formatted(phone, next))
                .body("created", equalTo(2));
        contact(phone)
                .body("items[0].name", equalTo("Rao, \"Bob\""))
                .body("items[0].attributes.address", equalTo("1 High Street\nPune"));
        contact(next).body("items[0].name", equalTo("Next"));
    }

    @Test
    void aQuoteThatIsNeverClosedCostsOneLine() {
        String before = phone();
        String after = phone();
        String last = phone();
        int id = imported("phone,name\n%s,Before\n%s,\"Broken\n%s,\"After\"\n%s,Last\n"
                        .formatted(before, phone(), after, last))
                .body("created", equalTo(3))
                .body("rejected", equalTo(1))
                .extract()
                .path("id");
        api().get("/api/v1/imports/" + id + "/rejections")
                .then()
                .body("items.line", contains(3))
                .body("items[0].reason", containsString("quote"));
        contact(after).body("items[0].name", equalTo("After"));
        contact(last).body("items[0].name", equalTo("Last"));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", ","})
    void theSeparatorIsRecognised(String separator) {
        String phone = phone();
        imported(String.join(separator, "phone", "name", "town") + "\r\n"
                        + String.join(separator, phone, "Asha", "Goa"))
                .body("created", equalTo(1));
        contact(phone).body("items[0].attributes.town", equalTo("Goa"));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheHeader() {
        String phone = phone();
        imported("\uFEFFphone,name\n%s,Zoë\n".formatted(phone)).body("created", equalTo(1));
        contact(phone).body("items[0].name", equalTo("Zoë"));
    }

    @Test
    void aFileOfAnOldSpreadsheetKeepsItsLetters() {
        String phone = phone();
        imported("", "phone,name\n%s,Zoë\n".formatted(phone).getBytes(Charset.forName("windows-1252")))
                .body("created", equalTo(1));
        contact(phone).body("items[0].name", equalTo("Zoë"));
    }

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
    void aFileThatIsNoTableOfContactsIsRefused() {
        long before = leftFiles();
        for (String body :
                new String[] {"", "\n\n", "name,city\nAsha,Pune\n", "phone,phone\n1,2\n", "PK\u0003\u0004\0\0"}) {
            send(body)
                    .then()
                    .statusCode(422)
                    .contentType(containsString("application/problem+json"))
                    .body("type", equalTo("/problems/unreadable-csv"));
        }
        send("", "phone\n+919812345678\n".getBytes(UTF_16LE)).then().statusCode(422);
        assertTrue(leftFiles() <= before);
    }

    private static long leftFiles() {
        try (Stream<Path> files = Files.list(Path.of("target/test-data/imports"))) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8"})
    void theByteOrderMarkTellsTheEncoding(String charset) {
        String phone = phone();
        imported("", "\uFEFFphone|name\n%s|Zoë ☂\n".formatted(phone).getBytes(Charset.forName(charset)))
                .body("created", equalTo(1));
        contact(phone).body("items[0].name", equalTo("Zoë ☂"));
    }

    @Test
    void aLineThatNeverEndsCostsItselfAlone() {
        String before = phone();
        String after = phone();
        imported("phone,name\n%s,Before\n%s,%s\n%s,After\n".formatted(before, phone(), "x".repeat(10_000_000), after))
                .body("created", equalTo(2))
                .body("rejected", equalTo(1));
        contact(after).body("items[0].name", equalTo("After"));
    }

    @Test
    void columnsAreWhatTheCallerSaysTheyAre() {
        String phone = phone();
        imported(
                        "?map=Téléphone=phone&map=Full Name=name&map=name=attributes.nick&map=Notes=-",
                        "Téléphone,Full Name,name,Notes\n%s,Asha Rao,Ash,secret\n"
                                .formatted(phone)
                                .getBytes(UTF_8))
                .body("created", equalTo(1));
        contact(phone)
                .body("items[0].name", equalTo("Asha Rao"))
                .body("items[0].attributes.nick", equalTo("Ash"))
                .body("items[0].attributes.size()", equalTo(1));
    }

    @Test
    void aMapThatFitsNoColumnIsRefused() {
        byte[] file = "phone,name\n".getBytes(UTF_8);
        send("?map=Mobile=phone", file).then().statusCode(422).body("detail", containsString("Mobile"));
        send("?map=phone=-", file).then().statusCode(422);
        send("?map=name=phone", file).then().statusCode(422);
        send("?map=nonsense", file).then().statusCode(400).body("errors.field", contains("map"));
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
    void aFileWithNothingButAHeaderIsDoneAtOnce() {
        imported("phone,name\n").body("state", equalTo("COMPLETED")).body("rows", equalTo(0));
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

    @Test
    void nothingOfARefusedFileIsLeftBehind() {
        String phone = phone();
        send("name\n%s\n".formatted(phone)).then().statusCode(422);
        contact(phone).body("items", empty());
    }
}
