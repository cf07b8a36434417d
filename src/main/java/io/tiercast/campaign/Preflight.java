package io.tiercast.campaign;

import io.smallrye.mutiny.Uni;
import io.tiercast.campaign.PreflightView.AudienceView;
import io.tiercast.campaign.Readiness.Parts;
import io.tiercast.message.Audiences;
import io.tiercast.message.Audiences.Matched;
import io.tiercast.message.SendingHours;
import io.tiercast.message.SkipReason;
import io.tiercast.sender.PortfolioWindow;
import io.tiercast.sender.SenderLimits;
import io.tiercast.sql.Selection;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tells what a launch would do: to whom, who is left out and why, whether the limit has room, and when it would be done. */
@ApplicationScoped
class Preflight {

    private final Readiness readiness;
    private final AudienceSelection selection;
    private final Audiences audiences;
    private final PortfolioWindow window;
    private final Clock clock;

    Preflight(
            Readiness readiness,
            AudienceSelection selection,
            Audiences audiences,
            PortfolioWindow window,
            Clock clock) {
        this.readiness = readiness;
        this.selection = selection;
        this.audiences = audiences;
        this.window = window;
        this.clock = clock;
    }

    Uni<PreflightView> of(Campaign campaign) {
        return readiness.parts(campaign).chain(this::of);
    }

    private Uni<PreflightView> of(Parts parts) {
        return match(parts).chain(matched -> limits(parts).map(limits -> view(parts, matched, limits)));
    }

    /** What would become of these people, some of the audience of the campaign. */
    Uni<Matched> match(Campaign campaign, List<Selection> included, List<Selection> excluded) {
        return readiness.parts(campaign).chain(parts -> match(parts, included, excluded));
    }

    private Uni<Matched> match(Parts parts) {
        return selection
                .of(parts.plan().audience(), parts.brought())
                .chain(ways -> match(parts, ways.included(), ways.excluded()));
    }

    /** Without a template the most careful rules are taken: those of marketing. */
    private Uni<Matched> match(Parts parts, List<Selection> included, List<Selection> excluded) {
        return audiences.match(
                parts.template() == null ? "MARKETING" : parts.template().category(),
                included,
                excluded,
                Variants.mapped(parts));
    }

    private Uni<SenderLimits> limits(Parts parts) {
        return parts.sender() == null ? Uni.createFrom().nullItem() : window.limits(parts.sender().id);
    }

    private PreflightView view(Parts parts, Matched matched, SenderLimits limits) {
        List<Finding> problems = readiness.problems(parts);
        if (problems.isEmpty() && matched.messageable() == 0) {
            problems.add(new Finding("AUDIENCE_EMPTY", "Nobody of this audience can get the message.", "audience"));
        }
        long missing = matched.skipped().getOrDefault(SkipReason.MISSING_VARIABLE, 0L);
        if (missing > 0 && parts.plan().delivery().missingVariable() == Plan.MissingVariable.REFUSE) {
            problems.add(new Finding(
                    "VARIABLES_BLANK",
                    "%,d people have no value for a variable.".formatted(missing),
                    "content[0].variables"));
        }
        return new PreflightView(
                problems.isEmpty(),
                problems,
                warnings(parts, matched, limits),
                AudienceView.of(matched),
                limits,
                limits == null || matched.messageable() == 0
                        ? null
                        : finish(parts.plan(), matched.messageable(), limits));
    }

    private List<Finding> warnings(Parts parts, Matched matched, SenderLimits limits) {
        List<Finding> warnings = new ArrayList<>();
        if (parts.sender() != null && "RED".equals(parts.sender().quality)) {
            warnings.add(new Finding(
                    "QUALITY_RED",
                    "Meta rates the quality of " + parts.sender().name
                            + " RED; more complaints may cost you the number.",
                    "senderIds"));
        }
        if (limits != null && limits.remaining() != null && matched.messageable() > limits.remaining()) {
            warnings.add(new Finding(
                    "OVER_MESSAGING_LIMIT",
                    "Only %,d more people can be reached in these 24 hours; the rest follows as the limit allows."
                            .formatted(limits.remaining()),
                    "audience"));
        }
        warnings.addAll(readiness.unknownColumns(parts));
        warnings.addAll(ProviderWarnings.of(parts));
        long missing = matched.skipped().getOrDefault(SkipReason.MISSING_VARIABLE, 0L);
        if (missing > 0) {
            warnings.add(new Finding(
                    "VARIABLES_BLANK",
                    "%,d people have no value for a variable and are skipped; a fallback would reach them."
                            .formatted(missing),
                    "content[0].variables"));
        }
        long tooLong = matched.skipped().getOrDefault(SkipReason.TEXT_TOO_LONG, 0L);
        if (tooLong > 0) {
            warnings.add(new Finding(
                    "TEXTS_TOO_LONG",
                    "%,d people would get a text longer than Meta allows and are skipped.".formatted(tooLong),
                    "content[0].variables"));
        }
        return warnings;
    }

    /** By the number's rate, the room in the limit and the first opening of the sending hours. */
    private Instant finish(Plan plan, long messages, SenderLimits limits) {
        Instant start = Schedules.startOf(plan.schedule());
        Instant begin = start == null ? clock.instant() : start;
        if (plan.delivery().hours() != null) {
            begin = SendingHours.of(JsonObject.mapFrom(plan.delivery().hours())).nextOpening(begin);
        }
        return limits.finish(begin, messages, limits.throughputPerSecond());
    }
}
