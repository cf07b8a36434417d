package io.tiercast.campaign;

import io.smallrye.mutiny.Uni;
import io.tiercast.campaign.AudienceSelection.Ways;
import io.tiercast.campaign.Readiness.Parts;
import io.tiercast.message.Audiences;
import io.tiercast.message.Audiences.Matched;
import io.tiercast.message.Audiences.Skipped;
import io.tiercast.message.Candidates;
import io.tiercast.message.SkipReason;
import io.tiercast.sql.Selection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Who would get the message of a plan if it started now, by the rules of freezing. */
@ApplicationScoped
class PlannedAudience {

    private final Readiness readiness;
    private final AudienceSelection selection;
    private final Audiences audiences;

    PlannedAudience(Readiness readiness, AudienceSelection selection, Audiences audiences) {
        this.readiness = readiness;
        this.selection = selection;
        this.audiences = audiences;
    }

    Uni<Matched> count(Parts parts) {
        return selection
                .of(parts.plan().audience(), parts.brought())
                .chain(ways -> audiences.match(candidates(parts, ways)));
    }

    /** What would become of these people, some of the audience of the campaign. */
    Uni<Matched> count(Campaign campaign, List<Selection> included, List<Selection> excluded) {
        return readiness
                .parts(campaign)
                .chain(parts ->
                        audiences.match(new Candidates(category(parts), included, excluded, Variants.mapped(parts))));
    }

    /** Whether there is one at least; takes no longer for a big audience than for a small one, as long as most are reached. */
    Uni<Boolean> reachesSomebody(Parts parts) {
        return selection
                .of(parts.plan().audience(), parts.brought())
                .chain(ways -> audiences.reachesSomebody(candidates(parts, ways)));
    }

    /** Those who would be skipped for a reason, the newest contacts first. */
    Uni<List<Skipped>> skipped(Parts parts, SkipReason reason, long beforeId, int limit) {
        return selection
                .of(parts.plan().audience(), parts.brought())
                .chain(ways -> audiences.skipped(candidates(parts, ways), reason, beforeId, limit));
    }

    private static Candidates candidates(Parts parts, Ways ways) {
        return ways.candidates(category(parts), Variants.mapped(parts));
    }

    /** Without a template the most careful rules are taken: those of marketing. */
    private static String category(Parts parts) {
        return parts.template() == null ? "MARKETING" : parts.template().category();
    }
}
