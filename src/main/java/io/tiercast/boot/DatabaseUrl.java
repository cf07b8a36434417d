package io.tiercast.boot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the database is, in the form {@code postgresql://user:password@host:port/db?sslmode=…}. Messages never repeat the text, as
 * it carries a password.
 *
 * @param sslMode libpq's word, or null for its default
 */
record DatabaseUrl(String host, int port, String database, String user, String password, String sslMode) {

    private static final int DEFAULT_PORT = 5432;
    private static final Set<String> SSL_MODES =
            Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    static DatabaseUrl parse(String text) {
        URI uri = uri(text);
        String[] credentials =
                Optional.ofNullable(uri.getRawUserInfo()).orElse("").split(":", 2);
        String user = decode(credentials[0]);
        String path = decode(Optional.ofNullable(uri.getRawPath()).orElse(""));
        return new DatabaseUrl(
                uri.getHost(),
                uri.getPort() == -1 ? DEFAULT_PORT : uri.getPort(),
                path.length() > 1 ? path.substring(1) : user,
                user,
                credentials.length == 2 ? decode(credentials[1]) : "",
                sslMode(uri.getRawQuery()));
    }

    /** The same place for both doors to the database: JDBC for the migrations, the reactive client for all else. */
    Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>();
        String place = "//" + host + ":" + port + "/" + database;
        properties.put("quarkus.datasource.jdbc.url", "jdbc:postgresql:" + place + jdbcQuery());
        properties.put("quarkus.datasource.reactive.url", "postgresql:" + place);
        properties.put("quarkus.datasource.username", user);
        properties.put("quarkus.datasource.password", password);
        if (sslMode != null) {
            addReactiveSsl(properties);
        }
        return properties;
    }

    /** Where the server is verified, then against the certificates that this Java trusts. */
    private String jdbcQuery() {
        return sslMode == null
                ? ""
                : "?sslmode=" + sslMode + (isVerified() ? "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory" : "");
    }

    /** The reactive client verifies whenever it encrypts, unless told to trust all; libpq's words promise that for two modes only. */
    private void addReactiveSsl(Map<String, String> properties) {
        properties.put("quarkus.datasource.reactive.postgresql.ssl-mode", isVerified() ? "require" : sslMode);
        properties.put("quarkus.datasource.reactive.trust-all", Boolean.toString(!isVerified()));
        properties.put(
                "quarkus.datasource.reactive.hostname-verification-algorithm",
                sslMode.equals("verify-full") ? "HTTPS" : "NONE");
    }

    private boolean isVerified() {
        return sslMode.startsWith("verify-");
    }

    private static URI uri(String text) {
        try {
            URI uri = new URI(text);
            require(
                    Set.of("postgresql", "postgres").contains(String.valueOf(uri.getScheme())),
                    "its scheme is not postgresql");
            require(uri.getHost() != null, "it names no single host");
            require(uri.getRawUserInfo() != null, "it names no user");
            return uri;
        } catch (URISyntaxException e) {
            throw refused("it is not a URL; percent-encode special characters in the user and the password");
        }
    }

    private static String sslMode(String query) {
        if (query == null || query.isEmpty()) {
            return null;
        }
        String mode = null;
        for (String parameter : query.split("&")) {
            String[] pair = parameter.split("=", 2);
            require(pair[0].equals("sslmode"), "the parameter " + pair[0] + " is not supported, only sslmode");
            mode = pair.length == 2 ? decode(pair[1]) : "";
            require(
                    SSL_MODES.contains(mode),
                    "sslmode must be one of "
                            + String.join(", ", SSL_MODES.stream().sorted().toList()));
        }
        return mode;
    }

    /** Unlike a form's encoding, a plus sign stands for itself. */
    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    }

    private static void require(boolean condition, String complaint) {
        if (!condition) {
            throw refused(complaint);
        }
    }

    private static StartRefused refused(String complaint) {
        return new StartRefused(
                "DATABASE_URL must look like postgresql://user:password@host:port/db, but " + complaint);
    }
}
