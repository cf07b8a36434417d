package io.tiercast.sandbox;

import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Resumable uploads of examples for templates. A session is forgotten once its file is whole. */
@ApplicationScoped
class UploadSessions {

    private static final Set<String> TYPES =
            Set.of("application/pdf", "image/jpeg", "image/jpg", "image/png", "video/mp4");

    private record Session(String type, long length, long received) {}

    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    JsonObject begin(MultiMap query) {
        String type = query.get("file_type");
        String length = query.get("file_length");
        if (type == null || !TYPES.contains(type) || length == null || !length.matches("[1-9][0-9]{0,9}")) {
            throw Refusal.of(100, "file_type or file_length is missing or not supported");
        }
        String id = "upload:" + UUID.randomUUID() + "?sig=" + UUID.randomUUID();
        sessions.put(id, new Session(type, Long.parseLong(length), 0));
        return new JsonObject().put("id", id);
    }

    /**
     * @param offset of the header {@code file_offset}
     * @param length of the content
     */
    JsonObject add(String id, String offset, long length) {
        Session session = session(id);
        if (!Long.toString(session.received()).equals(offset)) {
            throw Refusal.of(100, "file_offset is not where the upload stopped");
        }
        long received = session.received() + length;
        if (received > session.length()) {
            throw Refusal.of(100, "The file is longer than its file_length");
        }
        if (received < session.length()) {
            sessions.put(id, new Session(session.type(), session.length(), received));
            return state(id);
        }
        sessions.remove(id);
        String handle = Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes());
        return new JsonObject().put("h", "4::" + handle + ":" + session.type());
    }

    /** Of a content, which is not kept. */
    static Uni<Long> length(HttpServerRequest request) {
        Promise<Long> whole = Promise.promise();
        AtomicLong length = new AtomicLong();
        request.handler(part -> length.addAndGet(part.length()))
                .exceptionHandler(whole::tryFail)
                .endHandler(end -> whole.tryComplete(length.get()));
        request.resume();
        return Uni.createFrom().completionStage(whole.future().toCompletionStage());
    }

    JsonObject state(String id) {
        return new JsonObject().put("id", id).put("file_offset", session(id).received());
    }

    private Session session(String id) {
        Session session = sessions.get(id);
        if (session == null) {
            throw Refusal.noSuchObject(id);
        }
        return session;
    }
}
