package io.tiercast.campaign;

import io.smallrye.mutiny.Uni;
import io.tiercast.campaign.AudienceSelection.Ways;
import io.tiercast.campaign.Readiness.Parts;
import io.tiercast.message.CampaignQueue;
import io.tiercast.message.FreezeAudience;
import io.tiercast.template.CompiledTemplate;
import io.tiercast.template.Template;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Evaluates the audience at the moment the campaign starts and stores it with its bound parameters. */
@ApplicationScoped
class AudienceFreezer {

    private final Readiness readiness;
    private final AudienceSelection selection;
    private final CampaignQueue queue;

    AudienceFreezer(Readiness readiness, AudienceSelection selection, CampaignQueue queue) {
        this.readiness = readiness;
        this.selection = selection;
        this.queue = queue;
    }

    /** What stops the start; empty when the audience is frozen. May be repeated after a crash. */
    Uni<List<Finding>> freeze(Campaign campaign) {
        return readiness.parts(campaign).chain(parts -> {
            List<Finding> problems = readiness.problemsAtStart(parts);
            return problems.isEmpty()
                    ? freeze(campaign.id, parts).replaceWith(problems)
                    : Uni.createFrom().item(problems);
        });
    }

    private Uni<Void> freeze(long campaignId, Parts parts) {
        return selection
                .of(parts.plan().audience(), parts.brought())
                .chain(ways -> queue.freeze(audience(campaignId, parts, ways)));
    }

    private static FreezeAudience audience(long campaignId, Parts parts, Ways ways) {
        Plan plan = parts.plan();
        Plan.Delivery delivery = plan.delivery();
        List<CompiledTemplate> compiled = Variants.compiled(parts);
        return new FreezeAudience(
                campaignId,
                parts.sender().id,
                parts.template().category(),
                parts.template().id(),
                parts.templates().stream().skip(1).map(Template::id).toList(),
                compiled.size() == 1
                        ? JsonObject.mapFrom(compiled.get(0))
                        : new JsonObject()
                                .put(
                                        "variants",
                                        compiled.stream()
                                                .map(JsonObject::mapFrom)
                                                .toList()),
                ways.included(),
                ways.excluded(),
                Variants.of(parts, compiled),
                policy(delivery, parts));
    }

    private static FreezeAudience.Policy policy(Plan.Delivery delivery, Parts parts) {
        return new FreezeAudience.Policy(
                delivery.hours() == null ? null : JsonObject.mapFrom(delivery.hours()),
                delivery.stopAt(),
                delivery.inDoubt(),
                delivery.retryDays(),
                parts.templates().stream()
                        .map(Template::deliveredWithin)
                        .max(Duration::compareTo)
                        .orElseThrow(),
                delivery.canary() == null
                        ? null
                        : new FreezeAudience.Canary(
                                delivery.canary().share(), delivery.canary().hold()));
    }
}
