package io.tiercast.template;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tiercast.media.MediaReference;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.OptionalLong;

/**
 * Where a variable gets its text from: a fixed value, or what a contact has at a path.
 *
 * @param value the same for everybody; excludes a path
 * @param path such as {@code contact.name}, {@code contact.attributes.city}, {@code campaign.name}, {@code sender.phone} or, of values that
 *     recipients brought, {@code recipient.coupon}
 * @param format how a date, a number or an amount is written in the contact's language and country; null: as it is
 * @param fallback for contacts that have nothing there; without it they are skipped
 * @param mediaId one of our files, the same for everybody, where media are shown; excludes value and path
 */
public record VariableValue(
        @Size(max = 2000) String value,
        @Size(max = 200) String path,
        @Size(max = 2000) String fallback,
        @Valid Format format,
        Long mediaId) {

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
            @JsonProperty("format") Format format,
            @JsonProperty("mediaId") Long mediaId) {
        this.value = value;
        this.path = path;
        this.fallback = fallback;
        this.format = format;
        this.mediaId = mediaId;
    }

    public VariableValue(String value, String path, String fallback, Format format) {
        this(value, path, fallback, format, null);
    }

    /** A bare string is a fixed value. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static VariableValue fixed(String value) {
        return new VariableValue(value, null, null, null);
    }

    /** Whether its path leads to what is the same for all recipients of a campaign. */
    public boolean shared() {
        return path != null && Binding.SHARED.contains(path);
    }

    /** What everybody gets; null: it depends on the contact. */
    String fixed() {
        return mediaId == null ? value : MediaReference.of(mediaId);
    }

    /** Which of our files everybody gets, where it stands for one. */
    public OptionalLong shown() {
        return fixed() == null ? OptionalLong.empty() : MediaReference.id(fixed());
    }
}
