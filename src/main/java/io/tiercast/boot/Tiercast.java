package io.tiercast.boot;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Prepares what the application needs before its datasource opens: the database and the secrets. */
@QuarkusMain
public class Tiercast {

    /** Set for the whole JVM, since dev mode calls main again, with another class loader, on each live reload. */
    private static final String PREPARED = "tiercast.prepared";

    public static void main(String... args) {
        try {
            prepareOnce();
        } catch (StartRefused e) {
            System.err.println("Tiercast cannot start: " + e.getMessage());
            System.exit(1);
        }
        Quarkus.run(args);
    }

    private static void prepareOnce() {
        if (System.getProperty(PREPARED) == null) {
            prepare(new Environment(System.getenv()));
            System.setProperty(PREPARED, "true");
        }
    }

    private static void prepare(Environment environment) {
        DataDirectory data =
                new DataDirectory(environment.get("TIERCAST_DATA_DIR").orElse("data"));
        Secrets secrets = Secrets.of(environment, data);
        environment
                .get("DATABASE_URL")
                .map(DatabaseUrl::parse)
                .orElseGet(() -> EmbeddedDatabase.start(data))
                .properties()
                .forEach(System::setProperty);
        secrets.properties().forEach(System::setProperty);
    }
}
