package io.tiercast.sandbox;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;

/**
 * A file in a form, read to its end.
 *
 * @param messagingProduct what the form says besides
 */
record UploadedFile(String messagingProduct, String contentType, long size, String sha256) {

    private static final class Reading {
        private final MessageDigest digest = newDigest();
        private String contentType;
        private long size;

        void read(HttpServerFileUpload file) {
            contentType = file.contentType();
            file.handler(part -> {
                size += part.length();
                digest.update(part.getBytes());
            });
        }
    }

    /** @throws Refusal if the request is no form */
    static Uni<UploadedFile> of(HttpServerRequest request) {
        CompletableFuture<UploadedFile> whole = new CompletableFuture<>();
        Reading reading = new Reading();
        expectForm(request);
        request.uploadHandler(reading::read);
        request.exceptionHandler(whole::completeExceptionally);
        request.endHandler(ended -> whole.complete(new UploadedFile(
                request.getFormAttribute("messaging_product"),
                reading.contentType,
                reading.size,
                HexFormat.of().formatHex(reading.digest.digest()))));
        request.resume();
        return Uni.createFrom().completionStage(whole);
    }

    private static void expectForm(HttpServerRequest request) {
        try {
            request.setExpectMultipart(true);
        } catch (RuntimeException e) { // of a decoder that has more than one kind
            request.resume();
            throw Refusal.of(100, "The body is no form");
        }
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
