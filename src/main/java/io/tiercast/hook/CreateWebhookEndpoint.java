package io.tiercast.hook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * @param url https, at a public address
 * @param events what to tell
 */
public record CreateWebhookEndpoint(
        @NotBlank @Size(max = 2000) String url,
        @NotEmpty @Size(max = 50) List<@NotNull HookEvent> events,
        @Size(max = 200) String description) {}
