package io.tiercast.csv;

import java.util.List;

/**
 * One record of a file.
 *
 * @param line where it begins, from 1
 * @param lastLine where it ends
 * @param cells its values, or the whole line where it cannot be read
 * @param problem why it cannot be read, else null
 */
public record CsvRow(long line, long lastLine, List<String> cells, String problem) {}
