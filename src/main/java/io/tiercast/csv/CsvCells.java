package io.tiercast.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of one record, taken apart: values between separators, each as it stands or in double quotes, in which a doubled quote is
 * one. Spaces around the quotes are nobody's.
 */
final class CsvCells {

    /** What keeps a text from being a record. */
    enum Fault {
        /** The quote goes on in the next line, perhaps. */
        UNCLOSED,
        /** Something stands behind a closed quote. */
        TRAILING
    }

    private final String text;
    private final char separator;
    private final List<String> cells = new ArrayList<>();
    private int at;
    private Fault fault;

    private CsvCells(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    static CsvCells of(String text, char separator) {
        CsvCells record = new CsvCells(text, separator);
        record.read();
        return record;
    }

    List<String> cells() {
        return cells;
    }

    /** Null: it is a record. */
    Fault fault() {
        return fault;
    }

    private void read() {
        while (at <= text.length() && fault == null) {
            int begin = skipSpaces(at);
            if (begin < text.length() && text.charAt(begin) == '"') {
                quoted(begin + 1);
            } else {
                plain();
            }
        }
    }

    private void plain() {
        int end = text.indexOf(separator, at);
        end = end < 0 ? text.length() : end;
        cells.add(text.substring(at, end));
        at = end + 1;
    }

    private void quoted(int begin) {
        int end = text.indexOf('"', begin);
        boolean doubled = false;
        while (end >= 0 && end + 1 < text.length() && text.charAt(end + 1) == '"') {
            doubled = true;
            end = text.indexOf('"', end + 2);
        }
        if (end < 0) {
            fault = Fault.UNCLOSED;
            return;
        }
        String value = text.substring(begin, end);
        cells.add(doubled ? value.replace("\"\"", "\"") : value);
        close(skipSpaces(end + 1));
    }

    private void close(int behind) {
        if (behind < text.length() && text.charAt(behind) != separator) {
            fault = Fault.TRAILING;
        }
        at = behind + 1;
    }

    /** A separator may be a tab. */
    private int skipSpaces(int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) <= ' ' && text.charAt(i) != separator) {
            i++;
        }
        return i;
    }
}
