package io.tiercast.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** A CSV on the disk and how it is written. */
public record CsvFile(Path path, Charset charset, char separator) {

    /** Something that is found by reading a whole file. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(CsvFile file) throws IOException;
    }

    private static final int HEAD = 64 * 1024;

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    /** What spreadsheets write where they do not write UTF-8. */
    private static final Charset FALLBACK = Charset.forName("windows-1252");

    /** What a reading of the whole file finds; it is begun again where the file turns out to be no UTF-8. */
    public static <T> T read(Path path, Reading<T> reading) throws IOException {
        Optional<ByteOrderMark> mark = ByteOrderMark.of(path);
        try {
            return reading.of(of(path, mark.map(known -> known.charset).orElse(UTF_8)));
        } catch (CharacterCodingException notUtf8) {
            return reading.of(of(path, FALLBACK));
        }
    }

    /** What a reading of the first line finds; refuses what is no text. */
    public static <T> T readHead(Path path, Reading<T> reading) throws IOException {
        if (ByteOrderMark.of(path).isEmpty()) {
            refuseBinary(path);
        }
        return read(path, reading);
    }

    private static CsvFile of(Path path, Charset charset) throws IOException {
        return new CsvFile(path, charset, separator(path, charset));
    }

    public CsvRows open() throws IOException {
        return CsvRows.open(path, charset, separator);
    }

    /** The first line; the rows stand behind it then. */
    public static CsvRow header(CsvRows rows) throws IOException {
        CsvRow header = rows.next();
        if (header == null) {
            throw new UnreadableFile("The file is empty");
        }
        return header;
    }

    private static void refuseBinary(Path path) throws IOException {
        try (InputStream bytes = Files.newInputStream(path)) {
            for (byte b : bytes.readNBytes(HEAD)) {
                if (b == 0) {
                    throw new UnreadableFile("This is no text: save the table as CSV in UTF-8");
                }
            }
        }
    }

    /** The one of comma, semicolon, tab and bar that the first line holds most of outside of quotes. */
    private static char separator(Path path, Charset charset) throws IOException {
        try (CsvLines lines = CsvLines.open(path, charset)) {
            String first = lines.next();
            while (first != null && first.isBlank()) {
                first = lines.next();
            }
            return mostFrequent(first == null ? "" : QUOTED.matcher(first).replaceAll(""));
        }
    }

    private static char mostFrequent(String header) {
        char best = ',';
        for (char candidate : new char[] {';', '\t', '|'}) {
            best = count(header, candidate) > count(header, best) ? candidate : best;
        }
        return best;
    }

    private static long count(String text, char c) {
        return text.chars().filter(each -> each == c).count();
    }
}
