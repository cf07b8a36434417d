package io.tiercast.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A statement put together from pieces. Each piece writes its arguments as {@code ?}, in order, and they are numbered here as
 * PostgreSQL wants them; a value never becomes part of the text.
 */
public final class Statement {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> arguments = new ArrayList<>();

    public Statement add(String sql, Object... values) {
        return add(sql, Arrays.asList(values));
    }

    public Statement add(Selection piece) {
        return add(piece.sql(), piece.arguments());
    }

    public String text() {
        return text.toString();
    }

    public Object[] arguments() {
        return arguments.toArray();
    }

    private Statement add(String sql, List<?> values) {
        String[] parts = sql.split("\\?", -1);
        if (parts.length != values.size() + 1) {
            throw new IllegalArgumentException(
                    "%d arguments for %d places in: %s".formatted(values.size(), parts.length - 1, sql));
        }
        text.append(parts[0]);
        for (int i = 0; i < values.size(); i++) {
            arguments.add(values.get(i));
            text.append('$').append(arguments.size()).append(parts[i + 1]);
        }
        return this;
    }
}
