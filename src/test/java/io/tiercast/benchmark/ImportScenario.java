package io.tiercast.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tiercast.boot.Waiting;
import io.vertx.core.json.JsonObject;
import java.io.BufferedWriter;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A file of people in, once as new and once as known ones, and out again. */
record ImportScenario(int rows) implements Scenario {

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    /** Asking takes the machine from what is measured. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private static final JsonObject TAG = new JsonObject(Map.of(
            "action", "TAG",
            "tags", List.of("measured"),
            "filter", Map.of("type", "property", "path", "contact.language", "op", "EQ", "value", "en")));

    private static final String[] CITIES = {"Pune", "Delhi", "Mumbai", "Chennai", "Kolkata", "Jaipur", "Surat"};

    @Override
    public Table run(Installation at) {
        Table table = new Table(
                "A file of %,d people, in and out".formatted(rows),
                "",
                "rows",
                "seconds",
                "rows/s",
                "JVM µs a row",
                "PostgreSQL µs a row",
                "most memory of the JVM, MB");
        Path file = file();
        Client client = Client.of(at);
        measure(at, table, "import, all new", () -> bringIn(client, file, "?consent=OPTED_IN"));
        measure(at, table, "import, all known", () -> bringIn(client, file, ""));
        measure(at, table, "import, dry run", () -> bringIn(client, file, "?dryRun=true"));
        measure(at, table, "export", () -> takeOut(client));
        measure(at, table, "a tag for all, by a filter", () -> client.ask(client.post("/contacts/bulk", TAG)));
        return table;
    }

    private void measure(Installation at, Table table, String name, Runnable work) {
        Cpu before = at.cpu();
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        Cpu spent = at.cpu().since(before);
        table.row(
                name,
                rows,
                seconds,
                rows / seconds,
                spent.jvm() / rows * 1e6,
                spent.postgres() / rows * 1e6,
                at.memory().peak());
    }

    private void bringIn(Client client, Path file, String query) {
        String path = "/imports/" + upload(client, file, query);
        Waiting.until(
                "the import",
                PATIENCE,
                LOOK_EVERY,
                () -> !client.get(path).getString("state").equals("RUNNING"));
        JsonObject done = client.get(path);
        assertEquals(
                "COMPLETED " + rows + " 0",
                done.getString("state") + " " + done.getLong("rows") + " " + done.getLong("rejected"));
    }

    private static long upload(Client client, Path file, String query) {
        try {
            HttpRequest request = client.request("/api/v1/contacts/import" + query)
                    .header("Content-Type", "text/csv")
                    .POST(BodyPublishers.ofFile(file))
                    .build();
            return new JsonObject(client.send(request, 202, BodyHandlers.ofString())).getLong("id");
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void takeOut(Client client) {
        HttpRequest request =
                client.request("/api/v1/contacts/export?language=en").build();
        try (InputStream csv = client.send(request, 200, BodyHandlers.ofInputStream())) {
            csv.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file() {
        try {
            Path file = Files.createTempFile("people", ".csv");
            file.toFile().deleteOnExit();
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                out.write("phone,name,language,tags,city,orders,member\n");
                for (int i = 0; i < rows; i++) {
                    long phone = 9_299_000_000_00L + i * 7_919L % 100_000_000L;
                    out.write("+" + phone + ",Person Number " + i + ",en," + (i % 10 == 0 ? "vip" : "") + ","
                            + CITIES[i % CITIES.length] + "," + i % 50 + "," + (i % 3 == 0) + "\n");
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
