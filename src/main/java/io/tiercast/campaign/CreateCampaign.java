package io.tiercast.campaign;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A campaign to create, or one to put in the place of another. A draft needs no more than a name. */
public record CreateCampaign(
        @NotBlank @Size(max = LONGEST_NAME) String name,
        @Size(max = 1, message = "only one sender for now") List<@NotNull Long> senderIds,

        @Size(max = 20) List<Plan.@NotNull @Valid Content> content,

        @Valid Plan.Audience audience,
        @Valid Plan.Schedule schedule,
        @Valid Plan.Delivery delivery,
        @Size(max = 50) List<@NotBlank @Size(max = 100) String> labels,
        @Size(max = 200) String externalId) {

    static final int LONGEST_NAME = 200;

    Plan plan() {
        return new Plan(senderIds, content, audience, schedule, delivery);
    }
}
