package io.tiercast.people;

import io.tiercast.contact.SuppressionScope;
import io.tiercast.segment.Filter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One change for many contacts, chosen by their ids or by a filter: one of the two.
 *
 * @param tags for TAG and UNTAG
 * @param groupId for ADD_TO_GROUP and REMOVE_FROM_GROUP
 * @param scope for OPT_OUT; null: MARKETING
 * @param source for OPT_OUT, kept with the consent; null: API
 */
public record ChangeContacts(
        @NotNull Action action,

        @Size(max = 10_000) @Schema(description = "Or filter")
        List<@NotNull Long> contactIds,

        @Valid @Schema(description = "Or contactIds") Filter filter,
        List<@NotNull String> tags,
        Long groupId,

        @Schema(description = "MARKETING, or ALL for utility messages as well")
        SuppressionScope scope,

        @Size(max = 1_000) String source) {

    public enum Action {
        TAG,
        UNTAG,
        ADD_TO_GROUP,
        REMOVE_FROM_GROUP,
        OPT_OUT
    }
}
