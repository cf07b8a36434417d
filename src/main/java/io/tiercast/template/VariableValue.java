package io.tiercast.template;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Where a variable gets its text from: a fixed value, or what a contact has at a path.
 *
 * @param value the same for everybody; excludes a path
 * @param path such as {@code contact.name}, {@code contact.attributes.city} or, of values that recipients brought, {@code recipient.coupon}
 * @param format how a date, a number or an amount is written in the contact's language and country; null: as it is
 * @param fallback for contacts that have nothing there; without it they are skipped
 */
public record VariableValue(
        @Size(max = 2000) String value,
        @Size(max = 200) String path,
        @Size(max = 2000) String fallback,
        @Valid Format format) {

    public enum FormatType {
        DATE,
        NUMBER,
        CURRENCY
    }

    /** @param currency ISO 4217; needed for CURRENCY, and only there */
    public record Format(
            @NotNull FormatType type,

            @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code")
            String currency) {}

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public VariableValue(
            @JsonProperty("value") String value,
            @JsonProperty("path") String path,
            @JsonProperty("fallback") String fallback,
            @JsonProperty("format") Format format) {
        this.value = value;
        this.path = path;
        this.fallback = fallback;
        this.format = format;
    }

    /** A bare string is a fixed value. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static VariableValue fixed(String value) {
        return new VariableValue(value, null, null, null);
    }
}
