package io.tiercast.people;

import static io.tiercast.contact.People.api;
import static io.tiercast.contact.People.phone;
import static io.tiercast.people.Csv.contact;
import static io.tiercast.people.Csv.imported;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a file of contacts may be written, and where its columns go. */
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

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8"})
    void theByteOrderMarkTellsTheEncoding(String charset) {
        String phone = phone();
        imported("", "\uFEFFphone|name\n%s|Zoë ☂\n".formatted(phone).getBytes(Charset.forName(charset)))
                .body("created", equalTo(1));
        contact(phone).body("items[0].name", equalTo("Zoë ☂"));
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
    void aFileWithNothingButAHeaderIsDoneAtOnce() {
        imported("phone,name\n").body("state", equalTo("COMPLETED")).body("rows", equalTo(0));
    }

    @Test
    void aCellOfNothingButControlCharactersIsEmpty() {
        String phone = phone();
        imported("phone,points,shade\n%s,\u0001,\u0002\n%s,5,red\n".formatted(phone, phone()))
                .body("state", equalTo("COMPLETED"))
                .body("created", equalTo(2));
        contact(phone).body("items[0].attributes.size()", equalTo(0));
    }
}
