package io.tiercast.csv;

import io.tiercast.csv.CsvCells.Fault;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The records of a CSV file. A quote that is opened and never closed would swallow the rest of the file in a plain reader; here it
 * costs the one line that it stands on, and reading goes on behind it.
 */
public final class CsvRows implements Closeable {

    private static final int MOST_LINES_IN_A_RECORD = 100;

    private final CsvLines lines;
    private final Deque<String> givenBack = new ArrayDeque<>();
    private final char separator;
    private long line;

    private CsvRows(CsvLines lines, char separator) {
        this.lines = lines;
        this.separator = separator;
    }

    static CsvRows open(Path file, Charset charset, char separator) throws IOException {
        return new CsvRows(CsvLines.open(file, charset), separator);
    }

    /** The next record that is not blank, or null at the end. */
    public CsvRow next() throws IOException {
        String first = take();
        while (first != null && first.isBlank()) {
            first = take();
        }
        return first == null ? null : record(line, first);
    }

    private CsvRow record(long start, String first) throws IOException {
        List<String> more = new ArrayList<>();
        String text = first;
        CsvCells record = CsvCells.of(text, separator);
        while (record.fault() == Fault.UNCLOSED
                && more.size() < MOST_LINES_IN_A_RECORD
                && text.length() < CsvLines.LONGEST) {
            String next = take();
            if (next == null) {
                break;
            }
            more.add(next);
            text = text + '\n' + next;
            record = CsvCells.of(text, separator);
        }
        return parsed(start, first, text, record, more);
    }

    private CsvRow parsed(long start, String first, String text, CsvCells record, List<String> more) {
        if (text.length() >= CsvLines.LONGEST) {
            return unreadable(start, first, more, "is longer than any contact");
        }
        return record.fault() == null
                ? new CsvRow(start, line, record.cells(), null)
                : unreadable(start, first, more, "has a quote that is not closed, or text behind a closed one");
    }

    private CsvRow unreadable(long start, String first, List<String> more, String problem) {
        for (int i = more.size() - 1; i >= 0; i--) {
            givenBack.push(more.get(i));
        }
        line = start;
        return new CsvRow(start, start, List.of(first), problem);
    }

    private String take() throws IOException {
        String next = givenBack.isEmpty() ? lines.next() : givenBack.pop();
        if (next != null) {
            line++;
        }
        return next;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
