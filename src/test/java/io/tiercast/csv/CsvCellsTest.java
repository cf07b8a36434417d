package io.tiercast.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.tiercast.csv.CsvCells.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Apostrophes stand for double quotes here. */
class CsvCellsTest {

    @ParameterizedTest
    @MethodSource
    void valuesAreTakenApart(String text, List<String> cells) {
        CsvCells record = CsvCells.of(text.replace('\'', '"'), ',');
        assertNull(record.fault());
        assertEquals(cells, record.cells());
    }

    static Stream<Arguments> valuesAreTakenApart() {
        return Stream.of(
                Arguments.of("a,b", List.of("a", "b")),
                Arguments.of("a,", List.of("a", "")),
                Arguments.of(",,", List.of("", "", "")),
                Arguments.of(" a , b ", List.of(" a ", " b ")),
                Arguments.of("'a,b',c", List.of("a,b", "c")),
                Arguments.of("'a''b'", List.of("a\"b")),
                Arguments.of("''''", List.of("\"")),
                Arguments.of("'',x", List.of("", "x")),
                Arguments.of(" 'a' , 'b' ", List.of("a", "b")),
                Arguments.of("it is 5' long,b", List.of("it is 5\" long", "b")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            a,'b   ~ UNCLOSED
            'a''   ~ UNCLOSED
            'a'b,c ~ TRAILING
            """)
    void whatIsNoRecordIsToldApart(String text, Fault fault) {
        assertEquals(fault, CsvCells.of(text.replace('\'', '"'), ',').fault());
    }

    @Test
    void aTabSeparatesAlsoBesideQuotes() {
        assertEquals(List.of("a", "", "b"), CsvCells.of("\"a\"\t\t\"b\"", '\t').cells());
    }

    @Test
    void whateverIsQuotedIsReadBack() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            List<String> cells = cells(random);
            String text = cells.stream()
                    .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                    .collect(Collectors.joining(";"));
            assertEquals(cells, CsvCells.of(text, ';').cells());
        }
    }

    private static List<String> cells(Random random) {
        List<String> cells = new ArrayList<>();
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            cells.add(random.ints(random.nextInt(6), 0, 6)
                    .mapToObj(c -> "a\";, \n".substring(c, c + 1))
                    .collect(Collectors.joining()));
        }
        return cells;
    }
}
