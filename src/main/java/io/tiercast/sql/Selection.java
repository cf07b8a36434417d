package io.tiercast.sql;

import java.util.Arrays;
import java.util.List;

/** A fragment of SQL with its arguments, each written as {@code ?}, to be set into a {@link Statement}. */
public record Selection(String sql, List<Object> arguments) {

    public static Selection of(String sql, Object... arguments) {
        return new Selection(sql, Arrays.asList(arguments));
    }
}
