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

    private static final int END = -1;

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
        StringBuilder line = new StringBuilder(128);
        int c = read();
        if (c == END) {
            return null;
        }
        while (c != END && c != '\n' && c != '\r') {
            if (line.length() < LONGEST) {
                line.append((char) c);
            }
            c = read();
        }
        if (c == '\r') {
            skipLineFeed();
        }
        return line.toString();
    }

    private void skipLineFeed() throws IOException {
        int c = read();
        if (c != '\n' && c != END) {
            position--;
        }
    }

    private int read() throws IOException {
        if (position == filled) {
            position = 0;
            filled = Math.max(0, reader.read(buffer));
        }
        return filled == 0 ? END : buffer[position++];
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
