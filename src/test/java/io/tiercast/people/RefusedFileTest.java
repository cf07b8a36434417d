package io.tiercast.people;

import static io.tiercast.contact.People.api;
import static io.tiercast.contact.People.phone;
import static io.tiercast.people.Csv.contact;
import static io.tiercast.people.Csv.send;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is no file of contacts is refused whole and leaves nothing behind. */
@QuarkusTest
class RefusedFileTest {

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

    @Test
    void aMapThatFitsNoColumnIsRefused() {
        byte[] file = "phone,name\n".getBytes(UTF_8);
        send("?map=Mobile=phone", file).then().statusCode(422).body("detail", containsString("Mobile"));
        send("?map=phone=-", file).then().statusCode(422);
        send("?map=name=phone", file).then().statusCode(422);
        send("?map=nonsense", file).then().statusCode(400).body("errors.field", contains("map"));
    }

    @Test
    void nothingOfARefusedFileIsLeftBehind() {
        String phone = phone();
        send("name\n%s\n".formatted(phone)).then().statusCode(422);
        contact(phone).body("items", empty());
    }

    @Test
    void aColumnThatNoAttributeCanBeIsRefused() {
        send("phone,%s\n%s,x\n".formatted("long".repeat(26), phone()))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/unreadable-csv"));
        api().get("/api/v1/attributes").then().body("items.key", not(hasItem("long".repeat(26))));
    }

    private static long leftFiles() {
        try (Stream<Path> files = Files.list(Path.of("target/test-data/imports"))) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
