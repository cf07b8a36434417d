package io.tiercast.boot;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the database before the application, since the datasource opens as the application starts. */
@QuarkusMain
public class Tiercast {

    public static void main(String... args) throws Exception {
        EmbeddedDatabase.startUnlessConfigured();
        Quarkus.run(args);
    }
}
