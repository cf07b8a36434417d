package io.tiercast.meta;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every error that Meta may answer or report, with what we do about it. One catalogue serves both roads: most codes come either
 * as the answer to a send or later in a status.
 */
public final class ErrorCatalogue {

    private static final List<ErrorCode> CODES = read();
    private static final Map<Integer, ErrorCode> SINGLE =
            CODES.stream().collect(Collectors.toMap(ErrorCode::code, Function.identity()));
    private static final List<ErrorCode> RANGES =
            CODES.stream().filter(code -> code.lastCode() != null).toList();

    private ErrorCatalogue() {}

    /** All entries by ascending code. */
    public static List<ErrorCode> all() {
        return CODES;
    }

    /** The entry of a code; a code that nobody described yet is final for its message, so that nothing is sent twice. */
    public static ErrorCode of(int code) {
        ErrorCode known = SINGLE.get(code);
        return known != null
                ? known
                : RANGES.stream()
                        .filter(range -> range.covers(code))
                        .findFirst()
                        .orElseGet(() -> unknown(code));
    }

    private static ErrorCode unknown(int code) {
        return new ErrorCode(
                code,
                null,
                ErrorClass.PERMANENT,
                "Meta refused the message with a code that is not in this list yet.",
                "Look the code up in Meta's list of error codes; the text that Meta sent along often says more.",
                null,
                null,
                null);
    }

    private static List<ErrorCode> read() {
        try (InputStream file = ErrorCatalogue.class.getResourceAsStream("error-codes.json")) {
            return List.of(
                    JsonMapper.builder().addModule(new JavaTimeModule()).build().readValue(file, ErrorCode[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
