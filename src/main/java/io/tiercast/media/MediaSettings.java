package io.tiercast.media;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Where files are kept. */
@ConfigMapping(prefix = "tiercast")
public interface MediaSettings {

    /** The data directory, {@code TIERCAST_DATA_DIR}. */
    @WithDefault("data")
    String dataDir();

    Kept media();

    interface Kept {

        /** Storage that speaks S3; unset: the data directory. */
        Optional<Bucket> s3();
    }

    interface Bucket {

        /** Such as {@code https://s3.eu-central-1.amazonaws.com}. */
        String endpoint();

        String bucket();

        /** With a default it would make the whole group look configured. */
        Optional<String> region();

        String accessKey();

        String secretKey();
    }
}
