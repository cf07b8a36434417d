package io.tiercast.media;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tiercast.problem.Problems;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpServerFileUpload;
import io.vertx.mutiny.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The file in a request: its body, or the first file of a form, as browsers and curl send it.
 *
 * @param name null: not given
 */
record MediaUploadBody(String name, FileType type, Multi<Buffer> content) {

    private static final String FORM = "multipart/form-data";

    /** The request must be paused. 415 for a type that Meta does not take, 413 for what says at once that it is too large. */
    static Uni<MediaUploadBody> of(HttpServerRequest request, String name) {
        String contentType = request.getHeader("Content-Type");
        if (contentType != null && contentType.toLowerCase().startsWith(FORM)) {
            return firstFile(request).map(file -> ofFile(file, name));
        }
        FileType type = type(contentType);
        String length = request.getHeader("Content-Length");
        if (length != null && Long.parseLong(length) > type.kind().longest()) {
            throw IncomingFile.tooLarge(type.kind().longest());
        }
        Multi<Buffer> content = request.isEnded() ? Multi.createFrom().empty() : request.toMulti();
        return Uni.createFrom().item(new MediaUploadBody(name, type, content));
    }

    private static MediaUploadBody ofFile(HttpServerFileUpload file, String name) {
        FileType type = FileType.named(file.contentType()).orElseThrow(() -> {
            file.resume();
            return unsupported(file.contentType());
        });
        return new MediaUploadBody(name == null ? file.filename() : name, type, file.toMulti());
    }

    private static Uni<HttpServerFileUpload> firstFile(HttpServerRequest request) {
        return Uni.createFrom().emitter(first -> {
            expectForm(request);
            request.uploadHandler(file -> {
                file.pause();
                first.complete(file);
            });
            request.exceptionHandler(failure -> first.fail(Problems.malformed("file", "is no form with a file")));
            request.endHandler(() -> first.fail(Problems.malformed("file", "is needed")));
            request.resume();
        });
    }

    private static void expectForm(HttpServerRequest request) {
        try {
            request.setExpectMultipart(true);
        } catch (RuntimeException e) { // of a decoder that has more than one kind
            throw Problems.malformed("file", "is in no form that can be read: has its content type a boundary?");
        }
    }

    private static FileType type(String contentType) {
        return FileType.named(contentType).orElseThrow(() -> unsupported(contentType));
    }

    private static HttpProblem unsupported(String contentType) {
        String types =
                Arrays.stream(FileType.values()).map(FileType::contentType).collect(Collectors.joining(", "));
        return Problems.of(
                415,
                "unsupported-media-type",
                "Unsupported media type",
                "The type of the file is " + contentType + "; Meta takes " + types,
                List.of());
    }
}
