package io.tiercast.meta;

import io.smallrye.mutiny.Uni;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.file.AsyncFile;
import io.vertx.mutiny.ext.web.client.HttpRequest;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Uploads the examples of new templates, for Meta's reviewers. An upload that breaks off is resumed where Meta says that it stopped.
 */
@ApplicationScoped
public class ExampleClient {

    private static final int RESUMES = 2;

    private final GraphClient graph;
    private final MetaConfig config;
    private final Vertx vertx;

    ExampleClient(GraphClient graph, MetaConfig config, Vertx vertx) {
        this.graph = graph;
        this.config = config;
        this.vertx = vertx;
    }

    /** The handle by which a new template names the file; it is good for nothing else. */
    public Uni<String> upload(GraphAccess access, MediaFile file) {
        return graph.request(HttpMethod.POST, access, config.appId() + "/uploads")
                .map(request -> request.addQueryParam("file_name", file.name())
                        .addQueryParam("file_length", Long.toString(file.size()))
                        .addQueryParam("file_type", file.contentType()))
                .chain(request ->
                        GraphClient.answered(MediaClient.timed(request).send()))
                .map(answer -> MediaClient.needed(answer.text("id")))
                .chain(session -> send(oauth(access), session, file, 0, RESUMES));
    }

    private Uni<String> send(GraphAccess access, String session, MediaFile file, long from, int resumes) {
        return graph.request(HttpMethod.POST, access, session)
                .chain(request -> send(request, file, from))
                .onFailure(GraphUnreachable.class)
                .recoverWithUni(failure -> resumes == 0
                        ? Uni.createFrom().failure(failure)
                        : offset(access, session).chain(offset -> send(access, session, file, offset, resumes - 1)));
    }

    private Uni<String> send(HttpRequest<Buffer> request, MediaFile file, long from) {
        return vertx.fileSystem()
                .open(file.path().toString(), new OpenOptions().setWrite(false))
                .map((AsyncFile content) -> content.setReadPos(from))
                .chain(content -> GraphClient.answered(MediaClient.timed(request)
                                .putHeader("file_offset", Long.toString(from))
                                .putHeader("Content-Length", Long.toString(file.size() - from))
                                .putHeader("Content-Type", "application/octet-stream")
                                .sendStream(content))
                        .onTermination()
                        .call(content::close))
                .map(answer -> MediaClient.needed(answer.text("h")));
    }

    private Uni<Long> offset(GraphAccess access, String session) {
        return graph.request(HttpMethod.GET, access, session)
                .chain(request ->
                        GraphClient.answered(MediaClient.timed(request).send()))
                .map(answer -> Long.parseLong(MediaClient.needed(answer.text("file_offset"))));
    }

    /** Meta wants another word before the token here. */
    private static GraphAccess oauth(GraphAccess access) {
        return new GraphAccess(
                access.base(), access.header(), access.credentials().replaceFirst("^Bearer ", "OAuth "));
    }
}
