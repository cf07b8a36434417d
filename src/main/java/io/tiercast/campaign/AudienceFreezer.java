package io.tiercast.campaign;

import io.smallrye.mutiny.Uni;
import io.tiercast.campaign.AudienceSelection.Ways;
import io.tiercast.campaign.CampaignMedia.Shown;
import io.tiercast.campaign.Readiness.Parts;
import io.tiercast.media.UploadRegister;
import io.tiercast.message.AudienceStore;
import io.tiercast.message.FreezeAudience;
import io.tiercast.template.CompiledTemplate;
import io.tiercast.template.Template;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;

/** Evaluates the audience at the moment the campaign starts and stores it with its bound parameters. */
@ApplicationScoped
class AudienceFreezer {

    private final Readiness readiness;
    private final AudienceSelection selection;
    private final CampaignMedia media;
    private final UploadRegister uploads;
    private final AudienceStore store;

    AudienceFreezer(
            Readiness readiness,
            AudienceSelection selection,
            CampaignMedia media,
            UploadRegister uploads,
            AudienceStore store) {
        this.readiness = readiness;
        this.selection = selection;
        this.media = media;
        this.uploads = uploads;
        this.store = store;
    }

    /** What stops the start; empty when the audience is frozen. May be repeated after a crash. */
    Uni<List<Finding>> freeze(Campaign campaign) {
        return readiness.parts(campaign).chain(parts -> {
            List<Finding> problems = readiness.problemsAtStart(parts);
            return problems.isEmpty()
                    ? freeze(campaign.id, parts)
                    : Uni.createFrom().item(problems);
        });
    }

    private Uni<List<Finding>> freeze(long campaignId, Parts parts) {
        return ways(parts)
                .chain(ways -> media.of(parts, ways.included())
                        .call(shown -> shown.problems().isEmpty()
                                ? store(campaignId, parts, ways, shown)
                                : Uni.createFrom().voidItem()))
                .map(Shown::problems);
    }

    /** What is shown is kept good at Meta from before the first message on. */
    private Uni<Void> store(long campaignId, Parts parts, Ways ways, Shown shown) {
        FreezeAudience audience = audience(campaignId, parts, ways, shown);
        return shown.ids().isEmpty()
                ? store.freeze(audience)
                : uploads.use(campaignId, audience.senderId(), shown.mediaIds()).chain(() -> store.freeze(audience));
    }

    /** Uploads what the campaign would show if it started now, so that whoever launches it hears what Meta does not take: 422. */
    Uni<Void> upload(Campaign draft) {
        return readiness
                .parts(draft)
                .chain(parts -> ways(parts).chain(ways -> media.of(parts, ways.included())))
                .invoke(shown -> {
                    if (!shown.problems().isEmpty()) {
                        throw Finding.refusal(shown.problems());
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Ways> ways(Parts parts) {
        return selection.of(parts.plan().audience(), parts.brought());
    }

    private static FreezeAudience audience(long campaignId, Parts parts, Ways ways, Shown shown) {
        Plan plan = parts.plan();
        Plan.Delivery delivery = plan.delivery();
        List<CompiledTemplate> compiled = Variants.compiled(parts);
        return new FreezeAudience(
                campaignId,
                parts.sender().id,
                parts.template().id(),
                parts.templates().stream().skip(1).map(Template::id).toList(),
                template(compiled, shown),
                ways.candidates(parts.template().category(), Variants.of(parts, compiled)),
                policy(delivery, parts));
    }

    /** What {@code dispatch} reads: one text or several, and Meta's ids of the files in them. */
    private static JsonObject template(List<CompiledTemplate> compiled, Shown shown) {
        JsonObject template = compiled.size() == 1
                ? JsonObject.mapFrom(compiled.get(0))
                : new JsonObject()
                        .put(
                                "variants",
                                compiled.stream().map(JsonObject::mapFrom).toList());
        return shown.ids().isEmpty() ? template : template.put("media", new JsonObject(new HashMap<>(shown.ids())));
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
