package io.tiercast.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.tiercast.sql.Sql;
import io.tiercast.sql.Statement;
import io.tiercast.template.VariableValue.Format;
import io.tiercast.template.VariableValue.FormatType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates, numbers and amounts as people of a language and a country write them. */
@QuarkusTest
class FormatTest {

    @Inject
    Sql sql;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NUMBER||1234567.5|en|US|1,234,567.5",
                "NUMBER||1234567.5|en|IN|12,34,567.5",
                "NUMBER||1234567|hi||12,34,567",
                "NUMBER||999|hi|IN|999",
                "NUMBER||-1234.5|de||-1.234,5",
                "NUMBER||1234.5|fr|FR|1 234,5",
                "NUMBER||1234.5|es|MX|1,234.5",
                "NUMBER||1234.5||ZZ|1,234.5",
                "NUMBER||many|en||?",
                "CURRENCY|INR|1234567.5|en|IN|₹12,34,567.50",
                "CURRENCY|USD|9.999|en|US|$10.00",
                "CURRENCY|EUR|1234.5|de|DE|1.234,50 €",
                "CURRENCY|BRL|1234.5|pt-BR|BR|R$ 1.234,50",
                "CURRENCY|JPY|1234|ja|JP|¥1,234",
                "CURRENCY|CHF|5|en||CHF 5.00",
                "DATE||2026-12-01|en|US|Dec 1, 2026",
                "DATE||2026-12-01|en|IN|1 Dec 2026",
                "DATE||2026-12-01|de||01.12.2026",
                "DATE||2026-12-01|pt_BR||01/12/2026",
                "DATE||2026-11-30T20:00:00Z|en|IN|1 Dec 2026",
                "DATE||soon|en||?",
            })
    void isWrittenAsTheContactReadsIt(
            FormatType type, String currency, String value, String language, String country, String expected) {
        VariableValue source = new VariableValue(null, "contact.attributes.x", "?", new Format(type, currency));
        Statement statement = new Statement().add("select ").add(Binding.expression(source, VariableKind.TEXT));
        statement.add(
                " as text from (select jsonb_build_object('x', ?::text) as attributes, ?::text as language, ?::text as country,"
                        + " 'Asia/Kolkata' as timezone) c",
                value,
                language,
                country);
        String text = sql.first(statement.text(), row -> row.getString("text"), statement.arguments())
                .await()
                .atMost(Duration.ofSeconds(5));
        assertEquals(expected, text.replace('\u00a0', ' '));
    }
}
