package io.tiercast.campaign;

import io.tiercast.csv.CsvFile;
import io.tiercast.csv.CsvRow;
import io.tiercast.csv.CsvRows;
import io.tiercast.csv.FormulaGuard;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** A CSV of recipients with their values, cut into batches. Blocks; used by one thread at a time. */
final class RecipientFile implements Closeable {

    /** About 0.1 s of the database's time: nobody who needs one of these contacts waits for longer. */
    private static final int BATCH = 5_000;

    private final CsvRows rows;
    private final List<String> names;
    private final List<String> brought;
    private final String defaultCountry;

    private RecipientFile(CsvFile file, String defaultCountry) throws IOException {
        this.rows = file.open();
        this.names = names(rows);
        this.brought = RecipientColumns.brought(new LinkedHashSet<>(filled(names)));
        this.defaultCountry = defaultCountry;
    }

    /** Reads the file once from end to end, to know how it is written; that takes about a second per million lines. */
    static RecipientFile open(Path path, String defaultCountry) throws IOException {
        CsvFile.readHead(path, RecipientFile::readHead);
        return new RecipientFile(CsvFile.read(path, RecipientFile::readThrough), defaultCountry);
    }

    private static List<String> readHead(CsvFile file) throws IOException {
        try (CsvRows rows = file.open()) {
            return names(rows);
        }
    }

    private static CsvFile readThrough(CsvFile file) throws IOException {
        try (CsvRows rows = file.open()) {
            CsvRow row = rows.next();
            while (row != null) {
                row = rows.next();
            }
            return file;
        }
    }

    /** The next rows; of size 0 at the end. */
    RecipientBatch next() throws IOException {
        RecipientBatch batch = new RecipientBatch(brought, defaultCountry);
        CsvRow row = rows.next();
        while (row != null) {
            add(batch, row);
            row = batch.size() < BATCH ? rows.next() : null;
        }
        return batch;
    }

    private void add(RecipientBatch batch, CsvRow row) {
        List<String> cells = row.cells();
        if (row.problem() != null) {
            batch.reject(row.line(), row.problem(), cells.get(0));
        } else if (cells.size() > names.size()) {
            batch.reject(row.line(), "has more values than the first line has columns", cells.get(0));
        } else {
            Map<String, String> values = new HashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                values.put(names.get(i), FormulaGuard.lift(cells.get(i)));
            }
            values.remove("");
            batch.add(row.line(), values.remove(RecipientColumns.PHONE), values);
        }
    }

    private static List<String> names(CsvRows rows) throws IOException {
        return RecipientColumns.ofHeader(CsvFile.header(rows).cells());
    }

    private static List<String> filled(List<String> names) {
        return names.stream().filter(name -> !name.isEmpty()).toList();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
