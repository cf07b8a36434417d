package io.tiercast.sql;

import java.util.List;

/**
 * A fragment of SQL with its positional arguments, to be set into a larger statement. The text writes each argument as
 * {@code ?}, in order; whoever joins the pieces numbers them.
 */
public record Selection(String sql, List<Object> arguments) {

    public static Selection of(String sql, Object... arguments) {
        return new Selection(sql, List.of(arguments));
    }
}
