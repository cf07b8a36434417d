package io.tiercast.media;

import io.smallrye.mutiny.Uni;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.file.AsyncFile;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** A bucket of a storage that speaks S3. Amazon's own library signs; the requests are three. */
final class Bucket {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration DEADLINE = Duration.ofMinutes(5);

    /** What storages other than Amazon's take, too. */
    private static final String REGION = "us-east-1";

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final Vertx vertx;
    private final MediaSettings.Bucket settings;
    private final HttpClient http;

    Bucket(Vertx vertx, MediaSettings.Bucket settings) {
        this.vertx = vertx;
        this.settings = settings;
        this.http = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout((int) CONNECT_TIMEOUT.toMillis()));
    }

    Uni<Void> put(String key, Path file) {
        return signed(SdkHttpMethod.PUT, key, file)
                .chain(signed -> request(HttpMethod.PUT, key, signed))
                .chain(request -> send(request, file))
                .ifNoItem()
                .after(DEADLINE)
                .fail();
    }

    private Uni<Void> send(HttpClientRequest request, Path file) {
        return vertx.fileSystem()
                .open(file.toString(), new OpenOptions().setWrite(false))
                .chain((AsyncFile content) -> request.putHeader(
                                "Content-Length", Long.toString(file.toFile().length()))
                        .send(content)
                        .chain(answer -> drained(answer, 200))
                        .onTermination()
                        .call(content::close));
    }

    Uni<Void> get(String key, Path into) {
        return signed(SdkHttpMethod.GET, key, null)
                .chain(signed -> request(HttpMethod.GET, key, signed))
                .chain(HttpClientRequest::send)
                .chain(answer -> answer.statusCode() == 200 ? write(answer, into) : drained(answer, 200))
                .ifNoItem()
                .after(DEADLINE)
                .fail();
    }

    Uni<Void> delete(String key) {
        return signed(SdkHttpMethod.DELETE, key, null)
                .chain(signed -> request(HttpMethod.DELETE, key, signed))
                .chain(HttpClientRequest::send)
                .chain(answer -> drained(answer, 204))
                .ifNoItem()
                .after(DEADLINE)
                .fail();
    }

    private Uni<Void> write(HttpClientResponse answer, Path into) {
        answer.pause();
        return vertx.fileSystem()
                .open(into.toString(), new OpenOptions().setCreateNew(true))
                .chain((AsyncFile file) -> answer.pipeTo(file));
    }

    private static Uni<Void> drained(HttpClientResponse answer, int wanted) {
        return answer.body()
                .invoke(body -> {
                    if (answer.statusCode() != wanted) {
                        throw new IllegalStateException("The storage answered HTTP " + answer.statusCode());
                    }
                })
                .replaceWithVoid();
    }

    /** The file is read once to be signed, so this is no work for the event loop. */
    private Uni<SignedRequest> signed(SdkHttpMethod method, String key, Path file) {
        SdkHttpRequest request =
                SdkHttpRequest.builder().method(method).uri(uri(key)).build();
        AwsCredentialsIdentity identity = AwsCredentialsIdentity.create(settings.accessKey(), settings.secretKey());
        return Disk.run(() -> {
            List<InputStream> opened = new ArrayList<>();
            try {
                return signer.sign(sign -> sign.identity(identity)
                        .request(request)
                        .payload(file == null ? null : () -> content(file, opened))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(
                                AwsV4HttpSigner.REGION_NAME, settings.region().orElse(REGION))
                        .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                        .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false));
            } finally {
                for (InputStream content : opened) {
                    content.close();
                }
            }
        });
    }

    /** The signer opens what it reads, and leaves it open. */
    private static InputStream content(Path file, List<InputStream> opened) {
        try {
            opened.add(Files.newInputStream(file));
            return opened.get(opened.size() - 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Uni<HttpClientRequest> request(HttpMethod method, String key, SignedRequest signed) {
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(uri(key).toString())
                .setIdleTimeout(IDLE_TIMEOUT.toMillis());
        signed.request().forEachHeader((name, values) -> {
            if (!name.equalsIgnoreCase("Host")) {
                values.forEach(value -> options.addHeader(name, value));
            }
        });
        return http.request(options);
    }

    private URI uri(String key) {
        String endpoint = settings.endpoint();
        String base = endpoint.endsWith("/") ? endpoint : endpoint + "/";
        return URI.create(base + settings.bucket() + "/media/" + key);
    }
}
