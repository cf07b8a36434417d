package io.tiercast.media;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tiercast.http.OutgoingAddresses;
import io.tiercast.problem.Problems;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** Fetches files from where a link leads: over https only, never from a private address, no larger than Meta takes them. */
@ApplicationScoped
class LinkFetch {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final int MOST_REDIRECTS = 3;

    private final MediaIntake intake;
    private final HttpClient http;
    private final OutgoingAddresses addresses;

    @Inject
    LinkFetch(Vertx vertx, MediaIntake intake, OutgoingAddresses addresses) {
        this(vertx, intake, addresses, new HttpClientOptions());
    }

    LinkFetch(Vertx vertx, MediaIntake intake, OutgoingAddresses addresses, HttpClientOptions options) {
        this.intake = intake;
        this.http = vertx.createHttpClient(
                options.setConnectTimeout((int) CONNECT_TIMEOUT.toMillis()).setKeepAlive(false));
        this.addresses = addresses;
    }

    /** @param name null: the last part of the link. @return the file, or 422 for the field {@code url} */
    Uni<Media> fetch(String link, String name) {
        return follow(link, name, MOST_REDIRECTS)
                .ifNoItem()
                .after(DEADLINE)
                .failWith(() -> new LinkRefused("took too long"))
                .onFailure(LinkRefused.class)
                .transform(refused -> Problems.invalid("url", refused.getMessage()));
    }

    private Uni<Media> follow(String link, String name, int redirects) {
        return LinkTarget.of(link, addresses)
                .chain(target -> answer(target).chain(answer -> read(target, answer, name, redirects)));
    }

    private Uni<HttpClientResponse> answer(LinkTarget target) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(
                        target.port(), target.address().getHostAddress()))
                .setHost(target.link().getHost())
                .setPort(target.port())
                .setURI(target.request())
                .setSsl(target.secure())
                .setIdleTimeout(IDLE_TIMEOUT.toMillis());
        return http.request(options)
                .chain(HttpClientRequest::send)
                .invoke(HttpClientResponse::pause)
                .onFailure()
                .transform(failure -> new LinkRefused("could not be read"));
    }

    private Uni<Media> read(LinkTarget target, HttpClientResponse answer, String name, int redirects) {
        String location = answer.getHeader("Location");
        if (answer.statusCode() / 100 == 3 && location != null) {
            leave(answer);
            return redirects == 0
                    ? Uni.createFrom().failure(new LinkRefused("leads on too often"))
                    : follow(next(target, location), name, redirects - 1);
        }
        if (answer.statusCode() != 200) {
            leave(answer);
            return Uni.createFrom().failure(new LinkRefused("was answered with HTTP " + answer.statusCode()));
        }
        FileType type = FileType.named(answer.getHeader("Content-Type")).orElse(null);
        if (type == null) {
            leave(answer);
            return Uni.createFrom().failure(new LinkRefused("is no picture, video or PDF"));
        }
        Multi<Buffer> content =
                content(answer).onFailure().transform(failure -> new LinkRefused("broke off while it was read"));
        return intake.receive(name == null ? lastPart(target) : name, type, content)
                .onFailure()
                .invoke(failure -> leave(answer));
    }

    /** What breaks off before anybody reads it would be told to nobody. */
    private static Multi<Buffer> content(HttpClientResponse answer) {
        AtomicReference<Throwable> broken = new AtomicReference<>();
        answer.exceptionHandler(broken::set);
        return Multi.createFrom()
                .deferred(() -> broken.get() == null
                        ? answer.toMulti()
                        : Multi.createFrom().failure(broken.get()));
    }

    private static String next(LinkTarget target, String location) {
        try {
            return target.link().resolve(location).toString();
        } catch (IllegalArgumentException e) {
            throw new LinkRefused("leads on to what is no address");
        }
    }

    private static void leave(HttpClientResponse answer) {
        answer.request().connection().closeAndForget();
    }

    private static String lastPart(LinkTarget target) {
        String path = target.link().getPath();
        return path == null ? null : path.substring(path.lastIndexOf('/') + 1);
    }
}
