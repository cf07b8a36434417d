package io.tiercast.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiercast.problem.Problems.FieldError;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The request that sends a message, with {@code {{placeholders}}}: {@code to}, {@code toDigits}, {@code from},
 * {@code callbackData}, {@code secret} (the access token), {@code template} (as Meta writes it), {@code template.name},
 * {@code template.language}, {@code template.id}, {@code template.components}, {@code body} (the list of its texts),
 * {@code variables} (all by key), or a variable's key such as {@code body.1}.
 *
 * @param url for POST; may hold from, to, toDigits and what names the template
 * @param headers may hold secret, from and callbackData
 * @param body an object; a text that is nothing but a placeholder becomes the value itself, and is left out without one
 */
@Schema(name = "SendMapping")
public record SendMapping(
        @NotNull @Size(max = 1000) String url,

        @Size(max = 20)
        Map<
                        @jakarta.validation.constraints.Pattern(
                                regexp = "^[A-Za-z0-9-]{1,100}$",
                                message = "must be the name of a header")
                        String,
                        @NotNull
                        @jakarta.validation.constraints.Pattern(
                                regexp = "^[ -~]{0,2000}$",
                                message = "must be printable")
                        String>
                headers,

        Format format,

        @NotNull @Schema(type = SchemaType.OBJECT, description = "An object with placeholders in its texts")
        JsonNode body) {

    public enum Format {
        JSON,
        /** Each field of the body is a field of the form; lists and objects are written as JSON. */
        FORM
    }

    private static final Set<String> IN_URL =
            Set.of("from", "to", "toDigits", "template.name", "template.language", "template.id");
    private static final Set<String> IN_HEADERS = Set.of("secret", "from", "callbackData");
    private static final Set<String> FRAMING =
            Set.of("host", "content-length", "transfer-encoding", "connection", "expect");
    private static final Pattern CREDENTIALS = Pattern.compile(".*(auth|key|token|secret|pass).*", CASE_INSENSITIVE);

    public SendMapping {
        headers = headers == null ? Map.of() : headers;
        format = format == null ? Format.JSON : format;
    }

    SendRequest request(Map<String, JsonNode> values) {
        Map<String, String> filled = new HashMap<>();
        filled.put("Content-Type", contentType());
        headers.forEach((name, value) -> filled.put(name, Filling.text(value, values, UnaryOperator.identity())));
        JsonNode content = Filling.json(body, values);
        return new SendRequest(
                Filling.text(url, values, SendMapping::encoded),
                "",
                filled,
                format == Format.JSON ? content.toString() : form(content));
    }

    boolean sendsCallbackData() {
        return body.toString().contains("{{callbackData}}")
                || headers.values().stream().anyMatch(value -> value.contains("{{callbackData}}"));
    }

    List<FieldError> problems() {
        List<FieldError> problems = new ArrayList<>();
        if (!body.isObject()) {
            problems.add(new FieldError("send.body", "must be an object"));
        }
        unknown(problems, "send.url", url, IN_URL);
        headers.forEach((name, value) -> header(problems, name, value));
        Filling.placeholders(body.toString()).stream()
                .filter(name -> !MessageValues.FIXED.contains(name)
                        && !MessageValues.VARIABLE.matcher(name).matches())
                .forEach(name -> problems.add(unknown("send.body", name)));
        return problems;
    }

    /** Only the access token is kept encrypted, and never shown. */
    private static void header(List<FieldError> problems, String name, String value) {
        String field = "send.headers." + name;
        unknown(problems, field, value, IN_HEADERS);
        if (FRAMING.contains(name.toLowerCase(Locale.ROOT))) {
            problems.add(new FieldError(field, "is written by whoever sends the request"));
        }
        if (CREDENTIALS.matcher(name).matches() && !value.contains("{{secret}}")) {
            problems.add(new FieldError(field, "must hold {{secret}}; the secret itself is the access token"));
        }
    }

    private static void unknown(List<FieldError> problems, String field, String text, Set<String> known) {
        Filling.placeholders(text).stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> problems.add(unknown(field, name)));
    }

    private static FieldError unknown(String field, String name) {
        return new FieldError(field, "must not hold {{" + name + "}}");
    }

    private String contentType() {
        return format == Format.JSON ? "application/json" : "application/x-www-form-urlencoded";
    }

    private static String form(JsonNode content) {
        return content.properties().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(Filling.plain(field.getValue())))
                .collect(joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
