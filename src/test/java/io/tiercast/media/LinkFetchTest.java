package io.tiercast.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.test.junit.QuarkusTest;
import io.tiercast.http.OutgoingAddresses;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PfxOptions;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server with a certificate of its own, that stands in for the public internet. */
@QuarkusTest
class LinkFetchTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String PASSWORD = "password";

    /** The loopback is the public internet here, and everything else is not. */
    @Vetoed
    private static class Loopback extends OutgoingAddresses {

        Loopback(Vertx vertx) {
            super(() -> false, vertx.getDelegate());
        }

        @Override
        public boolean allows(InetAddress address) {
            return address.isLoopbackAddress();
        }
    }

    @TempDir
    Path folder;

    @Inject
    Vertx vertx;

    @Inject
    MediaIntake intake;

    /** Not the application's: that one counts its own server only. */
    private final io.vertx.core.Vertx outside = io.vertx.core.Vertx.vertx();

    private HttpServer server;
    private LinkFetch links;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        PfxOptions key = new PfxOptions().setPath(certificate().toString()).setPassword(PASSWORD);
        server = outside.createHttpServer(new HttpServerOptions().setSsl(true).setKeyCertOptions(key))
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        links = new LinkFetch(vertx, intake, new Loopback(vertx), new HttpClientOptions().setTrustOptions(key));
    }

    @AfterEach
    void stop() {
        outside.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aFileIsKeptUnderTheLastPartOfItsLink() {
        Media media = fetch("/pictures/sale.png?size=big");
        assertEquals("sale.png", media.name());
        assertEquals(MediaKind.IMAGE, media.kind());
        assertEquals(Samples.png().length, media.size());
    }

    @Test
    void aRedirectIsFollowedAndCheckedAnew() {
        assertEquals("sale.png", fetch("/moved").name());
        assertRefused("/to-a-private-address", "must be a public address");
        assertRefused("/to-plain-http", "must be an https address");
        assertRefused("/round", "leads on too often");
        assertRefused("/to-nowhere", "leads on to what is no address");
    }

    @Test
    void whatIsNoFileOfMetasIsRefused() {
        assertRefused("/page", "is no picture, video or PDF");
        assertRefused("/gone", "was answered with HTTP 404");
        assertRefused("/lie", "is not what it says: its content is application/pdf and no image/png");
    }

    @Test
    void whatBreaksOffIsRefused() {
        assertRefused("/half", "broke off while it was read");
    }

    @Test
    void whatIsTooLargeIsNotReadToItsEnd() {
        assertEquals(
                413, assertThrows(HttpProblem.class, () -> fetch("/endless")).getStatusCode());
    }

    private void assertRefused(String path, String why) {
        HttpProblem problem = assertThrows(HttpProblem.class, () -> fetch(path));
        assertEquals(422, problem.getStatusCode());
        assertEquals(why, problem.getDetail());
    }

    private Media fetch(String path) {
        return links.fetch("https://127.0.0.1:" + server.actualPort() + path, null)
                .await()
                .atMost(SOON);
    }

    private void answer(HttpServerRequest request) {
        switch (request.path()) {
            case "/pictures/sale.png" -> file(request, "image/png", Samples.png());
            case "/lie" -> file(request, "image/png", Samples.pdf());
            case "/page" -> file(request, "text/html", Samples.png());
            case "/moved" -> redirect(request, "/pictures/sale.png");
            case "/to-a-private-address" -> redirect(request, "https://169.254.169.254/latest/");
            case "/to-plain-http" -> redirect(request, "http://127.0.0.1/pictures/sale.png");
            case "/round" -> redirect(request, "/round");
            case "/to-nowhere" -> redirect(request, "https://[here");
            case "/half" -> half(request);
            case "/endless" -> endless(request);
            default -> request.response().setStatusCode(404).end();
        }
    }

    private static void file(HttpServerRequest request, String type, byte[] content) {
        request.response().putHeader("Content-Type", type).end(Buffer.buffer(content));
    }

    private static void redirect(HttpServerRequest request, String to) {
        request.response().setStatusCode(302).putHeader("Location", to).end();
    }

    private static void half(HttpServerRequest request) {
        request.response()
                .putHeader("Content-Type", "image/png")
                .putHeader("Content-Length", "100000")
                .write(Buffer.buffer(Samples.png()))
                .onSuccess(written -> request.connection().close());
    }

    /** Goes on until the reader leaves. */
    private static void endless(HttpServerRequest request) {
        request.response().setChunked(true).putHeader("Content-Type", "image/png");
        more(request);
    }

    private static void more(HttpServerRequest request) {
        request.response().write(Buffer.buffer(new byte[256 * 1024])).onSuccess(written -> more(request));
    }

    private Path certificate() throws IOException, InterruptedException {
        Path file = folder.resolve("server.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=outside",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertEquals(0, keytool.waitFor());
        return file;
    }
}
