package io.tiercast.event;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What people did. Events are checked one by one by {@link EventCheck}, since one bad event must not fail the others. */
public record TellEvents(@NotNull @Size(max = 1_000) List<ToldEvent> events) {}
