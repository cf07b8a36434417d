package io.tiercast.contact;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Items are checked one by one by {@link ContactBatch}, since one bad item must not fail the others. */
public record CreateContacts(@NotNull @Size(max = 1_000) List<CreateContact> contacts) {}
