package io.tiercast.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tiercast.boot.TiercastProcess;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;

/** A client that keeps its connection and takes little of the processor, so that what is timed is the application. */
record Client(Installation at, HttpClient http) {

    static Client of(Installation at) {
        return new Client(at, HttpClient.newHttpClient());
    }

    JsonObject get(String path) {
        return new JsonObject(ask(request("/api/v1" + path).build()));
    }

    /** The answer as it came, to be read when it is no longer timed. */
    String ask(HttpRequest request) {
        return send(request, 200, BodyHandlers.ofString());
    }

    HttpRequest post(String path, JsonObject body) {
        return request("/api/v1" + path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.encode()))
                .build();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(at.uri(path)))
                .header("Authorization", "Bearer " + TiercastProcess.API_KEY);
    }

    <T> T send(HttpRequest request, int status, BodyHandler<T> handler) {
        try {
            var response = http.send(request, handler);
            assertEquals(status, response.statusCode(), request.uri().getPath());
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
