package io.tiercast.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.tiercast.sql.Selection;
import io.tiercast.sql.Sql;
import io.tiercast.sql.Statement;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ValueShapeTest {

    @Inject
    Sql sql;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TEXT|anything at all|anything at all",
                "TIME|2026-12-01T18:00:00Z|1796148000000",
                "TIME|2026-12-01T18:00:00+05:30|1796128200000",
                "TIME|2026-12-01|1796083200000",
                "TIME|2026-02-30|",
                "TIME|2026-99-99T00:00:00Z|",
                "TIME|infinity|",
                "TIME|soon|",
                "IMAGE|1602186516975000|1602186516975000",
                "IMAGE|media:999999999|",
                "IMAGE|999999999|",
                "IMAGE|https://a.example/a.png|https://a.example/a.png",
                "IMAGE|http://a.example/a.png|",
                "IMAGE|a.png|",
                "URL_SUFFIX|a/b|a/b",
                "URL_SUFFIX|a b|a b",
                "LATITUDE|12.5|12.5",
                "LATITUDE|90.1|",
                "LATITUDE|1e3|",
                "LONGITUDE|-180|-180",
                "FLOW_DATA|{\"a\": 1}|{\"a\": 1}",
                "FLOW_DATA|{\"a\": 1}, \"b\"|",
                "FLOW_DATA|[]|",
                "PRODUCT_SECTIONS|[]|[]",
                "PRODUCT_SECTIONS|[|",
                "COUPON|12345678901234567890|12345678901234567890",
                "COUPON|123456789012345678901|",
            })
    void aValueIsBroughtIntoShapeOrMissing(VariableKind kind, String value, String expected) {
        Statement statement = new Statement().add("select ");
        statement.add(ValueShape.of(kind, Selection.of("?::text", value))).add(" as shaped");
        String shaped = sql.first(statement.text(), row -> row.getString("shaped"), statement.arguments())
                .await()
                .atMost(Duration.ofSeconds(5));
        assertEquals(expected, shaped);
    }

    @Test
    void whatDoesNotFitIsReplacedByTheFallback() {
        assertEquals("SALE", bound(VariableKind.COUPON, "x".repeat(21)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two words",
                " two words",
                "two words ",
                "two  words",
                "two\nwords",
                "\ttwo\r\nwords",
                "two \u2028 words"
            })
    void whatAContactHasIsTidiedUp(String value) {
        assertEquals("two words", bound(VariableKind.TEXT, value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", " \t "})
    void whatIsBlankIsMissing(String value) {
        assertEquals("SALE", bound(VariableKind.TEXT, value));
    }

    /** What is sent to somebody whose attribute has this value. */
    private String bound(VariableKind kind, String value) {
        VariableValue source = new VariableValue(null, "contact.attributes.code", "SALE", null);
        Statement statement = new Statement().add("select ").add(Binding.expression(source, kind));
        statement.add(" as shaped from (select jsonb_build_object('code', ?::text) as attributes) c", value);
        return sql.first(statement.text(), row -> row.getString("shaped"), statement.arguments())
                .await()
                .atMost(Duration.ofSeconds(5));
    }
}
