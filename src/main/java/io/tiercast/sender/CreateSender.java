package io.tiercast.sender;

import io.tiercast.provider.Provider;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * @param accessToken needs the permissions for messaging and for management; of a provider, the secret that lets us in
 * @param appSecret only for a number whose webhooks are signed with another key than the installation's; needed with a provider
 * @param provider through whom it sends; missing: Meta itself
 */
public record CreateSender(
        @NotBlank @Size(max = 200) String name,

        @NotNull @Pattern(regexp = META_ID, message = "must be an id of Meta's")
        String phoneNumberId,

        @NotNull @Pattern(regexp = META_ID, message = "must be an id of Meta's")
        String wabaId,

        @NotNull @Pattern(regexp = SECRET, message = "must be printable, without spaces")
        String accessToken,

        @Pattern(regexp = SECRET, message = "must be printable, without spaces")
        String appSecret,

        @Valid Provider provider) {

    static final String META_ID = "^[A-Za-z0-9_-]{1,64}$";
    static final String SECRET = "^[\\x21-\\x7e]{1,2000}$";

    @Override
    public String toString() {
        return "CreateSender[" + phoneNumberId + "]";
    }
}
