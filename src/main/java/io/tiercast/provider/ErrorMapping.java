package io.tiercast.provider;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a provider's error codes mean.
 *
 * @param codes from its codes to those of the error catalogue, which decide what happens next
 * @param metaCodes whether other codes are Meta's own, passed on
 */
@Schema(name = "ErrorMapping")
public record ErrorMapping(@Size(max = 500) Map<String, @NotNull Integer> codes, Boolean metaCodes) {

    static final ErrorMapping NONE = new ErrorMapping(null, null);

    public ErrorMapping {
        codes = codes == null ? Map.of() : codes;
        metaCodes = metaCodes != null && metaCodes;
    }

    boolean knows(String code) {
        return codes.containsKey(code);
    }

    int of(String code) {
        Integer known = codes.get(code);
        return known != null
                ? known
                : metaCodes && code.matches("[0-9]{1,9}") ? Integer.parseInt(code) : Refusal.UNNAMED;
    }
}
