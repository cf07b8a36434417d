package io.tiercast.campaign;

import io.smallrye.mutiny.Uni;
import io.tiercast.campaign.Readiness.Parts;
import io.tiercast.message.Audiences;
import io.tiercast.message.Audiences.Sampled;
import io.tiercast.message.Audiences.Skipped;
import io.tiercast.message.SkipReason;
import io.tiercast.paging.Page;
import io.tiercast.paging.PageRequest;
import io.tiercast.template.PreviewView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shows what the first people would read, each in their variant and with their own data, and who would be left out. */
@ApplicationScoped
class AudiencePreview {

    private static final int PEOPLE = 20;

    /** @param variant place in the campaign's content, from 0 */
    record PersonView(long contactId, int variant, long templateId, PreviewView preview) {}

    private final Campaigns campaigns;
    private final Readiness readiness;
    private final AudienceSelection selection;
    private final Audiences audiences;
    private final PlannedAudience planned;

    AudiencePreview(
            Campaigns campaigns,
            Readiness readiness,
            AudienceSelection selection,
            Audiences audiences,
            PlannedAudience planned) {
        this.campaigns = campaigns;
        this.readiness = readiness;
        this.selection = selection;
        this.audiences = audiences;
        this.planned = planned;
    }

    /** Fails with 422 and the problems while templates or variables are not in order. */
    Uni<List<PersonView>> of(long campaignId) {
        return campaigns
                .get(campaignId)
                .chain(readiness::parts)
                .invoke(readiness::requireContent)
                .chain(this::of);
    }

    /** Those whom a launch would skip for this reason, the newest contacts first. */
    Uni<Page<Skipped>> skipped(long campaignId, SkipReason reason, PageRequest page) {
        int limit = page.limit();
        long beforeId = page.beforeId();
        return campaigns
                .get(campaignId)
                .chain(readiness::parts)
                .chain(parts -> planned.skipped(parts, reason, beforeId, limit + 1))
                .map(people -> Page.of(people, limit, Skipped::contactId));
    }

    private Uni<List<PersonView>> of(Parts parts) {
        return selection
                .of(parts.plan().audience(), parts.brought())
                .chain(ways ->
                        audiences.sample(ways.candidates(parts.template().category(), Variants.mapped(parts)), PEOPLE))
                .map(people ->
                        people.stream().map(person -> view(parts, person)).toList());
    }

    private static PersonView view(Parts parts, Sampled person) {
        List<String> keys = parts.bindings(person.variant()).keys();
        int first = parts.templates().size() > 1 ? 1 : 0;
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            values.put(keys.get(i), person.params()[first + i]);
        }
        return new PersonView(
                person.contactId(),
                person.variant(),
                parts.templates().get(person.variant()).id(),
                parts.templates().get(person.variant()).preview(values));
    }
}
