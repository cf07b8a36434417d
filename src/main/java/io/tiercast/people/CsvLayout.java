package io.tiercast.people;

import io.tiercast.csv.CsvFile;
import io.tiercast.csv.CsvRow;
import io.tiercast.csv.CsvRows;
import java.io.IOException;
import java.nio.file.Path;

/** How a file of contacts is written, and what it holds as a whole; found by reading it once before anything is stored. */
record CsvLayout(CsvFile file, CsvColumns columns, ColumnTypes types, long rows) {

    /** Refuses what can be told from the first bytes to be no CSV of contacts. */
    static void refuseForeign(Path path, ColumnMap map) throws IOException {
        CsvFile.readHead(path, file -> {
            try (CsvRows rows = file.open()) {
                return columns(rows, map);
            }
        });
    }

    /** Reads the whole file; blocks for about a second per million lines. */
    static CsvLayout of(Path path, ColumnMap map) throws IOException {
        return CsvFile.read(path, file -> of(file, map));
    }

    CsvRows read() throws IOException {
        CsvRows rows = file.open();
        rows.next();
        return rows;
    }

    private static CsvLayout of(CsvFile file, ColumnMap map) throws IOException {
        try (CsvRows rows = file.open()) {
            CsvColumns columns = columns(rows, map);
            ColumnTypes types = new ColumnTypes(columns);
            long count = 0;
            for (CsvRow row = rows.next(); row != null; row = rows.next()) {
                count++;
                if (row.problem() == null) {
                    types.see(row.cells());
                }
            }
            return new CsvLayout(file, columns, types, count);
        }
    }

    private static CsvColumns columns(CsvRows rows, ColumnMap map) throws IOException {
        return CsvColumns.of(map.applied(CsvFile.header(rows).cells()));
    }
}
