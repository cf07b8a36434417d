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
                "NUMBER||1e5|en||?",
                "NUMBER||0.50|en||0.50",
                "NUMBER||12345678|bn|BD|1,23,45,678",
                "NUMBER||1000000|sw|KE|1,000,000",
                "CURRENCY|INR|1234567.5|en|IN|₹12,34,567.50",
                "CURRENCY|USD|9.999|en|US|$10.00",
                "CURRENCY|EUR|1234.5|de|DE|1.234,50 €",
                "CURRENCY|BRL|1234.5|pt-BR|BR|R$ 1.234,50",
                "CURRENCY|JPY|1234|ja|JP|¥1,234",
                "CURRENCY|CHF|5|en||CHF 5.00",
                "CURRENCY|INR|-1500|en|IN|-₹1,500.00",
                "CURRENCY|EUR|-3|de||-3,00 €",
                "CURRENCY|USD|-0.001|en||$0.00",
                "CURRENCY|USD|--1|en||?",
                "CURRENCY|KWD|1.2345|en||KWD 1.235",
                "CURRENCY|EUR|1234.5|es|ES|1.234,50 €",
                "CURRENCY|EUR|1234.5|fr|FR|1 234,50 €",
                "CURRENCY|IDR|15000|id|ID|IDR 15.000,00",
                "CURRENCY|USD|many|en||?",
                "DATE||2026-12-01|en|US|Dec 1, 2026",
                "DATE||2026-12-01|en|IN|1 Dec 2026",
                "DATE||2026-12-01|de||01.12.2026",
                "DATE||2026-12-01|pt_BR||01/12/2026",
                "DATE||2026-11-30T20:00:00Z|en|IN|1 Dec 2026",
                "DATE||2026-12-31T23:30:00-05:00|en|US|Jan 1, 2027",
                "DATE||2026-12-01|sv|SE|2026-12-01",
                "DATE||2026-12-01|ja|JP|2026/12/01",
                "DATE||2026-02-30|en||?",
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
