package io.tiercast.sender;

import io.tiercast.meta.MarketingMessages;
import io.tiercast.provider.Provider;
import io.tiercast.security.SecretBox;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** A merge patch: a field that is missing stays as it is (null here), one that is null in the request is empty here. */
public class PatchSender {

    public Optional<@NotBlank @Size(max = 200) String> name;

    public Optional<
                    @NotNull @Pattern(regexp = CreateSender.SECRET, message = "must be printable, without spaces")
                    String>
            accessToken;

    /** Null: the installation's own secret. */
    public Optional<@Pattern(regexp = CreateSender.SECRET, message = "must be printable, without spaces") String>
            appSecret;

    /** Messages a second; null: what Meta says. The bound keeps out what a double calls infinite. */
    public Optional<@Positive @Max(1_000_000_000_000L) Double> throughputPerSecond;

    /** Whether marketing goes through Meta's Marketing Messages API; null: it does not. */
    public Optional<MarketingMessages> marketingMessages;

    /** Through whom it sends; null: Meta itself. Replaced as a whole. */
    public Optional<@Valid Provider> provider;

    /** Whether what it says can only be believed once it was tried out. */
    boolean changesAccess() {
        return accessToken != null || provider != null;
    }

    void applyTo(Sender sender, SecretBox secrets) {
        if (name != null) {
            sender.name = name.get().strip();
        }
        if (accessToken != null) {
            sender.accessToken = secrets.seal(accessToken.get());
        }
        if (appSecret != null) {
            sender.appSecret = appSecret.map(secrets::seal).orElse(null);
        }
        if (throughputPerSecond != null) {
            sender.throughputOwn = throughputPerSecond.orElse(null);
        }
        if (provider != null) {
            sender.sendThrough(provider.orElse(null));
        }
        if (marketingMessages != null) {
            sender.marketingMessages = marketingMessages.orElse(MarketingMessages.OFF);
        }
    }
}
