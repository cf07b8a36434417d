package io.tiercast.hook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/** A merge patch: a field that is missing stays as it is (null here), one that is null in the request is empty here. */
public class PatchWebhookEndpoint {

    public Optional<@NotNull @NotBlank @Size(max = 2000) String> url;

    public Optional<@NotNull @NotEmpty @Size(max = 50) List<@NotNull HookEvent>> events;

    public Optional<@Size(max = 200) String> description;

    /** One that was disabled for its failures begins anew when it is enabled. */
    public Optional<WebhookEndpoint.@NotNull State> state;
}
