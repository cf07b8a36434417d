package io.tiercast.people;

import static io.tiercast.contact.People.api;
import static io.tiercast.contact.People.json;
import static io.tiercast.people.Csv.over;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tiercast.sql.Sql;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class LargeImportTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long MEGABYTE = 1 << 20;

    @TestHTTPResource
    URL root;

    @Inject
    Sql sql;

    @Inject
    PeopleSettings settings;

    @TempDir
    Path directory;

    /** The file is 60 MB; neither receiving nor storing it may hold more than a small part of it. */
    @Test
    void aFileMuchLargerThanTheBodyLimitPassesThroughLittleMemory() throws Exception {
        int group =
                json("{'name':'Two hundred thousand'}").post("/api/v1/groups").path("id");
        Path file = file(200_000, 917_000_000_000L, 300);
        long before = liveHeap();
        String location = send(file, "?groupId=" + group + "&consent=OPTED_IN");
        long peak = 0;
        while (api().get(location).path("state").equals("RUNNING")) {
            peak = Math.max(peak, liveHeap());
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
        over(location)
                .body("state", equalTo("COMPLETED"))
                .body("rows", equalTo(200_000))
                .body("created", equalTo(200_000));
        api().get("/api/v1/groups/" + group).then().body("memberCount", equalTo(200_000));
        long held = (peak - before) / MEGABYTE;
        assertTrue(held < 48, () -> "held " + held + " MB of a file of 60 MB");
    }

    @Test
    void aCancelledImportKeepsWhatIsStoredAndStoresNoMore() throws Exception {
        String location = send(file(60_000, 917_100_000_000L, 10), "");
        json("").post(location + "/cancel").then().statusCode(200).body("state", equalTo("CANCELLED"));
        int rows = api().get(location).path("rows");
        assertEquals(rows, stored("+9171%"), "rows counted and contacts stored");
        json("").post(location + "/cancel").then().statusCode(409);
    }

    @Test
    void anInterruptedImportGoesOnBehindTheLineReached() throws Exception {
        long id = interrupted(
                file(10, 917_200_000_000L, 10),
                "insert into contact_import (file, line, rows, created) values ($1, 5, 4, 4) returning id");
        over("/api/v1/imports/" + id)
                .body("state", equalTo("COMPLETED"))
                .body("rows", equalTo(10))
                .body("created", equalTo(10));
        assertEquals(6, stored("+9172%"), "only the lines behind the fifth");
    }

    @Test
    void eachLaneOfAnInterruptedImportGoesOnBehindItsOwnLine() throws Exception {
        long id = interrupted(
                file(10, 917_300_000_000L, 10),
                "insert into contact_import (file, reached) values ($1, '{6,3}') returning id");
        over("/api/v1/imports/" + id).body("state", equalTo("COMPLETED")).body("rows", equalTo(7));
        assertEquals(7, stored("+9173%"), "of five people in each lane those behind lines 6 and 3");
    }

    /** As a process leaves it that ended in the middle: the file waits, and the row says how far it came. */
    private long interrupted(Path file, String insert) throws IOException {
        Path waiting = Path.of(settings.dataDir()).resolve("imports");
        Files.createDirectories(waiting);
        String name = file.getFileName().toString();
        Files.copy(file, waiting.resolve(name));
        return sql.first(insert, row -> row.getLong("id"), name).await().atMost(PATIENCE);
    }

    private int stored(String phones) {
        return sql.first(
                        "select count(*)::int as n from contact where phone like $1",
                        row -> row.getInteger("n"),
                        phones)
                .await()
                .atMost(PATIENCE);
    }

    private Path file(int rows, long firstPhone, int filler) throws IOException {
        Path file = directory.resolve(firstPhone + ".csv");
        String text = "x".repeat(filler);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("phone,name,score,text\n");
            for (int i = 0; i < rows; i++) {
                out.write("+" + (firstPhone + i) + ",Person " + i + "," + i + "," + text + "\n");
            }
        }
        return file;
    }

    private String send(Path file, String query) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(root + "api/v1/contacts/import" + query))
                .header("Content-Type", "text/csv")
                .header("Authorization", "Bearer test-key-test-key-test-key-test-key")
                .POST(BodyPublishers.ofFile(file))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertEquals(202, response.statusCode(), response.body());
        return response.headers().firstValue("Location").orElseThrow();
    }

    private static long liveHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
