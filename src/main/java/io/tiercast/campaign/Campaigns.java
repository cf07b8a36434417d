package io.tiercast.campaign;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.tiercast.http.Etag;
import io.tiercast.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.hibernate.exception.ConstraintViolationException;

/** What people do to plans: write, change, copy and delete them. Only drafts and scheduled campaigns can be changed. */
@ApplicationScoped
class Campaigns {

    private static final String COPY = " (copy)";

    private final CampaignRepository repository;
    private final CampaignDirectory directory;
    private final Clock clock;

    Campaigns(CampaignRepository repository, CampaignDirectory directory, Clock clock) {
        this.repository = repository;
        this.directory = directory;
        this.clock = clock;
    }

    @WithSession
    Uni<Campaign> get(long id) {
        return repository.get(id);
    }

    Uni<List<Campaign>> page(CampaignState state, String label, long beforeId, int rows) {
        return directory.page(state, label, beforeId, rows).chain(this::newestFirst);
    }

    @WithSession
    Uni<List<Campaign>> newestFirst(List<Long> ids) {
        return repository.newestFirst(ids);
    }

    @WithTransaction
    Uni<Campaign> create(CreateCampaign request, String by) {
        Campaign campaign = new Campaign();
        campaign.createdBy = by;
        campaign.createdAt = clock.instant();
        return repository.persistAndFlush(fill(campaign, request));
    }

    /** Puts a plan in the place of another. A campaign that was scheduled is a draft again: it has to be launched anew. */
    @WithTransaction
    Uni<Campaign> replace(long id, CreateCampaign request, String ifMatch) {
        return editable(id, ifMatch).chain(campaign -> {
            campaign.state = CampaignState.DRAFT;
            campaign.launchesAt = null;
            return repository.persistAndFlush(fill(campaign, request));
        });
    }

    @WithTransaction
    Uni<Void> delete(long id, String ifMatch) {
        return editable(id, ifMatch).chain(repository::delete);
    }

    /** A draft with the same plan; 409 if it names what is no more. */
    @WithTransaction
    Uni<Campaign> duplicate(long id, String by) {
        return repository
                .get(id)
                .chain(original -> {
                    Campaign copy = new Campaign();
                    copy.createdBy = by;
                    copy.createdAt = clock.instant();
                    copy.updatedAt = copy.createdAt;
                    copy.name = copyOf(original.name);
                    copy.plan = original.plan;
                    copy.labels = original.labels;
                    return repository.persistAndFlush(copy);
                })
                .onFailure(ConstraintViolationException.class)
                .transform(
                        refusal -> Problems.conflict(
                                "audience-gone",
                                "Campaign " + id
                                        + " names a segment or a group that is no more, so that its audience cannot be copied"));
    }

    /** No longer than a name may be. */
    private static String copyOf(String name) {
        int room = CreateCampaign.LONGEST_NAME - COPY.length();
        if (name.length() <= room) {
            return name + COPY;
        }
        boolean within = Character.isHighSurrogate(name.charAt(room - 1)); // no half of a character
        return name.substring(0, within ? room - 1 : room) + COPY;
    }

    private Uni<Campaign> editable(long id, String ifMatch) {
        return repository.get(id).invoke(campaign -> {
            Etag.check(ifMatch, campaign.version);
            if (!CampaignState.EDITABLE.contains(campaign.state)) {
                throw Problems.conflict(
                        "wrong-state", "Campaign " + id + " is " + campaign.state + " and cannot be changed");
            }
        });
    }

    private Campaign fill(Campaign campaign, CreateCampaign request) {
        campaign.name = request.name();
        campaign.plan = request.plan();
        campaign.labels =
                request.labels() == null ? new String[0] : request.labels().toArray(String[]::new);
        campaign.externalId = request.externalId();
        campaign.updatedAt = clock.instant();
        return campaign;
    }
}
