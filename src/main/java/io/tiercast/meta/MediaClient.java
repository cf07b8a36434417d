package io.tiercast.meta;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpRequest;
import io.vertx.mutiny.ext.web.multipart.MultipartForm;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Brings files to Meta. A file that arrives twice does no harm, so what failed on the way is tried again. */
@ApplicationScoped
public class MediaClient {

    private static final Duration DEADLINE = Duration.ofMinutes(3);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int RETRIES = 2;

    private final GraphClient graph;

    MediaClient(GraphClient graph) {
        this.graph = graph;
    }

    /** The id under which messages of this number show the file, for 30 days. */
    public Uni<String> upload(GraphAccess access, String phoneNumberId, MediaFile file) {
        return graph.request(HttpMethod.POST, access, phoneNumberId + "/media")
                .chain(request -> GraphClient.answered(timed(request).sendMultipartForm(form(file))))
                .map(answer -> needed(answer.text("id")))
                .onFailure(GraphUnreachable.class)
                .retry()
                .withBackOff(FIRST_PAUSE)
                .atMost(RETRIES);
    }

    static HttpRequest<Buffer> timed(HttpRequest<Buffer> request) {
        return request.timeout(DEADLINE.toMillis());
    }

    static String needed(String text) {
        if (text == null) {
            throw new GraphUnreachable("An answer of Meta's without what was asked for", null);
        }
        return text;
    }

    private static MultipartForm form(MediaFile file) {
        return MultipartForm.create()
                .attribute("messaging_product", "whatsapp")
                .attribute("type", file.contentType())
                .binaryFileUpload("file", file.name(), file.path().toString(), file.contentType());
    }
}
