package io.tiercast.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @CsvSource({
        "postgresql://ann:pw@db.example:6543/shop,          db.example, 6543, shop, ann,   pw",
        "postgres://ann:pw@db.example/shop,                 db.example, 5432, shop, ann,   pw",
        "postgresql://ann@10.0.0.7,                         10.0.0.7,   5432, ann,  ann,   ''",
        "postgresql://a%40b:p%3A%2F%40%25+w@[::1]:5433/s-1, [::1],      5433, s-1,  a@b,   p:/@%+w",
        "postgresql://ann:a:b@localhost/,                   localhost,  5432, ann,  ann,   a:b"
    })
    void readsWhatOperatorsWrite(String text, String host, int port, String database, String user, String password) {
        assertEquals(new DatabaseUrl(host, port, database, user, password, null), DatabaseUrl.parse(text));
    }

    @Test
    void bothDoorsLeadToTheSameDatabase() {
        var properties = DatabaseUrl.parse("postgresql://ann:pw@db:6543/shop").properties();

        assertEquals(
                Map.of(
                        "quarkus.datasource.jdbc.url", "jdbc:postgresql://db:6543/shop",
                        "quarkus.datasource.reactive.url", "postgresql://db:6543/shop",
                        "quarkus.datasource.username", "ann",
                        "quarkus.datasource.password", "pw"),
                properties);
    }

    @ParameterizedTest
    @CsvSource({
        "disable,     disable, true,  NONE",
        "prefer,      prefer,  true,  NONE",
        "require,     require, true,  NONE",
        "verify-ca,   require, false, NONE",
        "verify-full, require, false, HTTPS"
    })
    void encryptsAsLibpqDoes(String mode, String reactiveMode, String trustAll, String hostname) {
        var properties =
                DatabaseUrl.parse("postgresql://ann:pw@db/shop?sslmode=" + mode).properties();

        assertTrue(properties.get("quarkus.datasource.jdbc.url").contains("?sslmode=" + mode));
        assertEquals(reactiveMode, properties.get("quarkus.datasource.reactive.postgresql.ssl-mode"));
        assertEquals(trustAll, properties.get("quarkus.datasource.reactive.trust-all"));
        assertEquals(hostname, properties.get("quarkus.datasource.reactive.hostname-verification-algorithm"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "mysql://ann:hidden@db/shop;                             scheme",
                "postgresql://ann:hid den@db/shop;                       percent-encode",
                "postgresql://db/shop;                                   names no user",
                "postgresql://ann:hidden@one:1,two:2/shop;               single host",
                "postgresql://ann:hidden@db/shop?sslmode=perhaps;        sslmode must be one of",
                "postgresql://ann:hidden@db/shop?sslmode=require&pool=3; pool is not supported",
                "hidden;                                                 scheme"
            })
    void refusesTheRestWithoutRepeatingThePassword(String text, String complaint) {
        String message =
                assertThrows(StartRefused.class, () -> DatabaseUrl.parse(text)).getMessage();

        assertTrue(message.startsWith("DATABASE_URL ") && message.contains(complaint), message);
        assertFalse(message.contains("hid"), message);
    }
}
