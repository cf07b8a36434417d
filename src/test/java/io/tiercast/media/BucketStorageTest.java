package io.tiercast.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BucketStorageTest {

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private OutsideBucket outside;

    @BeforeEach
    void start() throws IOException {
        outside = new OutsideBucket();
    }

    @AfterEach
    void stop() {
        outside.close();
        done(vertx.close());
    }

    @Test
    void whatIsKeptIsInTheBucketAndCanBeReadOnAnotherMachine() throws IOException {
        byte[] content = Samples.longer(Samples.mp4(), 3_000_000);
        Path received = Files.write(folder.resolve("received"), content);

        done(storage("here", OutsideBucket.SECRET_KEY).keep(received, "one"));

        assertEquals(Set.of("/pictures/media/one"), outside.objects().keySet());
        assertArrayEquals(content, outside.objects().get("/pictures/media/one"));
        MediaStorage there = storage("there", OutsideBucket.SECRET_KEY);
        assertArrayEquals(content, Files.readAllBytes(done(there.path("one"))));
        outside.objects().clear();
        assertArrayEquals(content, Files.readAllBytes(done(there.path("one"))));
    }

    @Test
    void noFileStaysOpenOnceItIsKept() throws IOException {
        Path open = Path.of("/proc/self/fd");
        Assumptions.assumeTrue(Files.exists(open));
        Path received = Files.write(folder.resolve("received"), Samples.mp4());

        done(storage("here", OutsideBucket.SECRET_KEY).keep(received, "one"));

        try (Stream<Path> files = Files.list(open)) {
            assertEquals(List.of(), files.filter(this::isOurs).toList());
        }
    }

    private boolean isOurs(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).startsWith(folder);
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void whatIsForgottenIsNowhere() throws IOException {
        MediaStorage storage = storage("here", OutsideBucket.SECRET_KEY);
        done(storage.keep(Files.write(folder.resolve("received"), Samples.png()), "one"));

        done(storage.forget("one"));

        assertTrue(outside.objects().isEmpty());
        assertThrows(IllegalStateException.class, () -> done(storage.path("one")));
    }

    @Test
    void aWrongSecretIsAFailureAndNoLoss() throws IOException {
        Path received = Files.write(folder.resolve("received"), Samples.png());

        assertThrows(
                IllegalStateException.class, () -> done(storage("here", "wrong").keep(received, "one")));

        assertTrue(Files.exists(received));
    }

    private MediaStorage storage(String machine, String secret) {
        return new BucketStorage(new Bucket(vertx, settings(outside.endpoint(), secret)), folder.resolve(machine));
    }

    private static <T> T done(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(20));
    }

    private static MediaSettings.Bucket settings(String endpoint, String secret) {
        return new MediaSettings.Bucket() {
            @Override
            public String endpoint() {
                return endpoint;
            }

            @Override
            public String bucket() {
                return "pictures";
            }

            @Override
            public Optional<String> region() {
                return Optional.of(OutsideBucket.REGION);
            }

            @Override
            public String accessKey() {
                return OutsideBucket.ACCESS_KEY;
            }

            @Override
            public String secretKey() {
                return secret;
            }
        };
    }
}
