package io.tiercast.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a file is written, and what it holds as a whole; found by reading it once before anything is stored. */
record CsvLayout(Path file, Charset charset, char separator, CsvColumns columns, ColumnTypes types, long rows) {

    private static final int HEAD = 64 * 1024;

    /** What spreadsheets write where they do not write UTF-8. */
    private static final Charset FALLBACK = Charset.forName("windows-1252");

    /** Refuses what can be told from the first bytes to be no CSV of contacts. */
    static void refuseForeign(Path file) throws IOException {
        refuseBinary(file);
        try (CsvRows rows = CsvRows.open(file, FALLBACK, separator(file))) {
            columns(rows);
        }
    }

    /** Reads the whole file; blocks for about a second per million lines. */
    static CsvLayout of(Path file) throws IOException {
        try {
            return of(file, UTF_8);
        } catch (CharacterCodingException notUtf8) {
            return of(file, FALLBACK);
        }
    }

    CsvRows read() throws IOException {
        CsvRows rows = CsvRows.open(file, charset, separator);
        rows.next();
        return rows;
    }

    private static CsvLayout of(Path file, Charset charset) throws IOException {
        char separator = separator(file);
        try (CsvRows rows = CsvRows.open(file, charset, separator)) {
            CsvColumns columns = columns(rows);
            ColumnTypes types = new ColumnTypes(columns);
            long count = 0;
            for (CsvRow row = rows.next(); row != null; row = rows.next()) {
                count++;
                if (row.problem() == null) {
                    types.see(row.cells());
                }
            }
            return new CsvLayout(file, charset, separator, columns, types, count);
        }
    }

    private static CsvColumns columns(CsvRows rows) throws IOException {
        CsvRow header = rows.next();
        if (header == null) {
            throw new UnreadableFile("The file is empty");
        }
        return CsvColumns.of(header.cells());
    }

    private static void refuseBinary(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            for (byte b : bytes.readNBytes(HEAD)) {
                if (b == 0) {
                    throw new UnreadableFile("This is no text: save the table as CSV in UTF-8");
                }
            }
        }
    }

    /** The one of comma, semicolon and tab that the first line holds most of. */
    private static char separator(Path file) throws IOException {
        try (CsvLines lines = CsvLines.open(file, FALLBACK)) {
            String first = lines.next();
            while (first != null && first.isBlank()) {
                first = lines.next();
            }
            String header = first == null ? "" : first;
            return mostFrequent(header);
        }
    }

    private static char mostFrequent(String header) {
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            best = count(header, candidate) > count(header, best) ? candidate : best;
        }
        return best;
    }

    private static long count(String text, char c) {
        return text.chars().filter(each -> each == c).count();
    }
}
