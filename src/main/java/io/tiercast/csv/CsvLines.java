package io.tiercast.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The physical lines of a file, one at a time. A line that never ends cannot fill the memory: it is cut. */
final class CsvLines implements Closeable {

    static final int LONGEST = 256 * 1024;

    private final Reader reader;
    private final char[] buffer = new char[64 * 1024];
    private int position;
    private int filled;

    private CsvLines(Reader reader) {
        this.reader = reader;
    }

    /** Reading fails with a {@link java.nio.charset.CharacterCodingException} where the bytes are not the UTF-8 that was asked for. */
    static CsvLines open(Path file, Charset charset) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        skipMark(bytes, file);
        return new CsvLines(new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(charset.equals(UTF_8) ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)));
    }

    private static void skipMark(InputStream bytes, Path file) throws IOException {
        Optional<ByteOrderMark> mark = ByteOrderMark.of(file);
        if (mark.isPresent()) {
            bytes.skipNBytes(mark.get().length());
        }
    }

    /** The next line without its end, or null after the last one. */
    String next() throws IOException {
        if (position == filled && !fill()) {
            return null;
        }
        int end = endOfLine();
        if (end == filled) {
            return across();
        }
        String line = new String(buffer, position, end - position);
        goBehind(end);
        return line;
    }

    /** A line that goes on where the buffer ends. */
    private String across() throws IOException {
        StringBuilder line = new StringBuilder();
        int end;
        do {
            end = endOfLine();
            line.append(buffer, position, Math.min(end - position, LONGEST - line.length()));
            position = end;
        } while (end == filled && fill());
        if (position < filled) {
            goBehind(end);
        }
        return line.toString();
    }

    private int endOfLine() {
        int i = position;
        while (i < filled && buffer[i] != '\n' && buffer[i] != '\r') {
            i++;
        }
        return i;
    }

    private void goBehind(int end) throws IOException {
        position = end + 1;
        boolean more = buffer[end] == '\r' && (position < filled || fill());
        if (more && buffer[position] == '\n') {
            position++;
        }
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(0, reader.read(buffer));
        return filled > 0;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
