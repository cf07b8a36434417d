package io.tiercast.people;

import static io.tiercast.contact.People.api;
import static io.tiercast.contact.People.phone;
import static io.tiercast.people.Csv.contact;
import static io.tiercast.people.Csv.imported;
import static io.tiercast.people.Csv.send;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
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

/** How a file may be written, what becomes of its lines, and what is no file of contacts. */
@QuarkusTest
class ImportedFileTest {

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
    void aFileWithNothingButAHeaderIsDoneAtOnce() {
        imported("phone,name\n").body("state", equalTo("COMPLETED")).body("rows", equalTo(0));
    }

    @Test
    void nothingOfARefusedFileIsLeftBehind() {
        String phone = phone();
        send("name\n%s\n".formatted(phone)).then().statusCode(422);
        contact(phone).body("items", empty());
    }

    @Test
    void aCellOfNothingButControlCharactersIsEmpty() {
        String phone = phone();
        imported("phone,points,shade\n%s,\u0001,\u0002\n%s,5,red\n".formatted(phone, phone()))
                .body("state", equalTo("COMPLETED"))
                .body("created", equalTo(2));
        contact(phone).body("items[0].attributes.size()", equalTo(0));
    }

    @Test
    void aValueThatCannotBeStoredCostsItsLineAlone() {
        String name = "phone,name\n" + "+919812345678,Filler\n".repeat(4_000);
        int id = imported(name + "%s,No\0thing\n%s,Last\n".formatted(phone(), phone()))
                .body("state", equalTo("COMPLETED"))
                .body("rejected", equalTo(1))
                .extract()
                .path("id");
        api().get("/api/v1/imports/" + id + "/rejections")
                .then()
                .body("items[0].line", equalTo(4_002))
                .body("items[0].value", equalTo("No\uFFFDthing"));
    }

    @Test
    void aColumnThatNoAttributeCanBeIsRefused() {
        send("phone,%s\n%s,x\n".formatted("long".repeat(26), phone()))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/unreadable-csv"));
        api().get("/api/v1/attributes").then().body("items.key", not(hasItem("long".repeat(26))));
    }
}
