package io.tiercast.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BodyLimitTest {

    private static final String KEY = "test-key-test-key-test-key-test-key";
    private static final int TOO_MUCH = 11 * 1024 * 1024;

    @Test
    void aBodyThatIsAnnouncedTooLargeIsRefusedAtOnce() throws IOException {
        String answer = post(KEY, "Content-Length: " + TOO_MUCH, new byte[0]);

        assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
        assertTrue(answer.contains("application/problem+json"), answer);
    }

    @Test
    void aBodyThatTurnsOutTooLargeIsRefused() throws IOException {
        byte[] spaces = new byte[TOO_MUCH];
        Arrays.fill(spaces, (byte) ' ');
        byte[] head = (Integer.toHexString(TOO_MUCH) + "\r\n").getBytes(UTF_8);
        byte[] chunk = Arrays.copyOf(head, head.length + spaces.length);
        System.arraycopy(spaces, 0, chunk, head.length, spaces.length);

        String answer = post(KEY, "Transfer-Encoding: chunked", chunk);

        assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
        assertTrue(answer.contains("/problems/too-large"), answer);
    }

    @Test
    void credentialsCountBeforeTheSize() throws IOException {
        assertTrue(post("wrong", "Content-Length: " + TOO_MUCH, new byte[0]).startsWith("HTTP/1.1 401"));
    }

    @Test
    void aBodyInChunksIsReadLikeAnyOther() throws IOException {
        String body = "{\"name\":\"one\",\"number\":1}";
        String chunks = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";

        assertTrue(
                post(KEY, "Transfer-Encoding: chunked", chunks.getBytes(UTF_8)).startsWith("HTTP/1.1 201"));
    }

    @Test
    void aLongBodyWithinTheLimitIsTaken() {
        given().auth()
                .oauth2(KEY)
                .contentType("application/json")
                .body("{\"name\":\"one\",\"number\":1" + " ".repeat(9 * 1024 * 1024) + "}")
                .post("/api/v1/probe")
                .then()
                .statusCode(201);
    }

    private static String post(String key, String header, byte[] body) throws IOException {
        String head =
                "POST /api/v1/probe HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n"
                        + "Authorization: Bearer " + key + "\r\n" + header + "\r\n\r\n";
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(UTF_8));
            out.write(body);
            out.flush();
            return answer(socket.getInputStream());
        }
    }

    /** Up to the end of its JSON: the connection may stay open for the rest of the request. */
    private static String answer(InputStream in) throws IOException {
        StringBuilder answer = new StringBuilder();
        int next = in.read();
        while (next >= 0) {
            answer.append((char) next);
            next = next == '}' && answer.indexOf("\r\n\r\n") > 0 ? -1 : in.read();
        }
        return answer.toString();
    }
}
