package io.tiercast.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tiercast.sql.Selection;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BindingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contact.name",
                "contact.phone",
                "contact.country",
                "contact.language",
                "contact.timezone",
                "contact.externalId",
                "contact.createdAt",
                "contact.lastInboundAt",
                "contact.consent.marketing",
                "contact.attributes.city",
                "contact.attributes.with.dots",
                "contact.attributes.'; drop table contact"
            })
    void everyPathOfAContactCanBeBound(String path) {
        VariableValue source = new VariableValue(null, path, "there", null);
        assertEquals(Optional.empty(), Binding.problem(source, VariableKind.TEXT));
        Selection expression = Binding.expression(source, VariableKind.TEXT);
        assertEquals("there", expression.arguments().get(expression.arguments().size() - 1));
        assertTrue(!expression.sql().contains("drop"), "a path never becomes part of the text");
    }

    @ParameterizedTest
    @CsvSource({",", "x,contact.name", ",contact.nonsense", ",contact.attributes.", ",name", ",''"})
    void whatCannotBeBoundSaysWhy(String value, String path) {
        assertTrue(Binding.problem(new VariableValue(value, path, null, null), VariableKind.TEXT)
                .isPresent());
    }

    @Test
    void aFixedValueIsTheSameForEverybody() {
        assertEquals(
                Selection.of("?::text", "Pune"), Binding.expression(VariableValue.fixed("Pune"), VariableKind.TEXT));
    }

    @Test
    void withoutAFallbackAMissingValueStaysMissing() {
        Selection expression =
                Binding.expression(new VariableValue(null, "contact.attributes.city", null, null), VariableKind.TEXT);
        assertNull(expression.arguments().get(expression.arguments().size() - 1));
    }
}
