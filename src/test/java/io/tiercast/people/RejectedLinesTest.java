package io.tiercast.people;

import static io.tiercast.contact.People.api;
import static io.tiercast.contact.People.phone;
import static io.tiercast.people.Csv.contact;
import static io.tiercast.people.Csv.imported;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** A line that is no contact is rejected and named; all others are stored. */
@QuarkusTest
class RejectedLinesTest {

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
}
