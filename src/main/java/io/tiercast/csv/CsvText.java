package io.tiercast.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.List;

/** Lines of an export as CSV, safe to open in a spreadsheet. */
public final class CsvText {

    private CsvText() {}

    /** @param lines cells by line; null is an empty cell */
    public static String of(List<List<String>> lines) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
        lines.forEach(cells -> csv.writeRecord(guarded(cells)));
        return text.toString();
    }

    private static List<String> guarded(List<String> cells) {
        return cells.stream()
                .map(cell -> cell == null ? "" : FormulaGuard.guard(cell))
                .toList();
    }
}
