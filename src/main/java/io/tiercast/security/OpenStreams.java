package io.tiercast.security;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which credentials hold streams open on this node. One statement every two seconds asks for all of them whether they are still
 * good, so that a session that ends elsewhere, or runs out, ends its streams here.
 */
@ApplicationScoped
class OpenStreams {

    private final Map<Credential, Set<UniEmitter<? super Void>>> waiting = new ConcurrentHashMap<>();
    private final Callers callers;

    OpenStreams(Callers callers) {
        this.callers = callers;
    }

    /** Completes when the credential is good no more. */
    Uni<Void> ended(Credential credential) {
        return Uni.createFrom().emitter(emitter -> {
            add(credential, emitter);
            emitter.onTermination(() -> remove(credential, emitter));
        });
    }

    void end(Credential credential) {
        Set<UniEmitter<? super Void>> streams = waiting.remove(credential);
        if (streams != null) {
            Set.copyOf(streams).forEach(stream -> stream.complete(null));
        }
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> endThoseWithoutCredential() {
        String[] hashes = waiting.keySet().stream().map(Credential::hash).toArray(String[]::new);
        return hashes.length == 0
                ? Uni.createFrom().voidItem()
                : callers.live(hashes).invoke(live -> endAllBut(live, hashes)).replaceWithVoid();
    }

    private void endAllBut(List<String> live, String[] asked) {
        Set<String> gone = new HashSet<>(List.of(asked));
        live.forEach(gone::remove);
        waiting.keySet().stream()
                .filter(credential -> gone.contains(credential.hash()))
                .forEach(this::end);
    }

    private void add(Credential credential, UniEmitter<? super Void> stream) {
        waiting.compute(credential, (key, streams) -> {
            Set<UniEmitter<? super Void>> all = streams == null ? ConcurrentHashMap.newKeySet() : streams;
            all.add(stream);
            return all;
        });
    }

    private void remove(Credential credential, UniEmitter<? super Void> stream) {
        waiting.computeIfPresent(credential, (key, streams) -> {
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        });
    }
}
