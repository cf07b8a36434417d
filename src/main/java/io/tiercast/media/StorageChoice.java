package io.tiercast.media;

import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;

/** Decides where files are kept: in a bucket if one is configured, else in the data directory. */
class StorageChoice {

    @Produces
    @ApplicationScoped
    MediaStorage storage(Vertx vertx, MediaSettings settings) {
        Path directory = Path.of(settings.dataDir()).toAbsolutePath().resolve("media");
        return settings.media()
                .s3()
                .<MediaStorage>map(bucket -> new BucketStorage(new Bucket(vertx, bucket), directory))
                .orElseGet(() -> new DirectoryStorage(directory));
    }
}
