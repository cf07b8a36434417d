package io.tiercast.campaign;

import io.smallrye.mutiny.Uni;
import io.tiercast.campaign.PreflightView.AudienceView;
import io.tiercast.campaign.Readiness.Parts;
import io.tiercast.message.Audiences.Matched;
import io.tiercast.message.SendingHours;
import io.tiercast.message.SendingTime;
import io.tiercast.message.SkipReason;
import io.tiercast.problem.Problems;
import io.tiercast.sender.PortfolioWindow;
import io.tiercast.sender.SenderLimits;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tells what a launch would do: to whom, who is left out and why, whether the limit has room, and when it would be done. */
@ApplicationScoped
class Preflight {

    private static final Finding NOBODY =
            new Finding("AUDIENCE_EMPTY", "Nobody of this audience can get the message.", "audience");

    private static final Finding STOPS_EARLY = new Finding(
            "STOPS_BEFORE_THE_END",
            "At this speed the campaign stops before everybody has the message; whoever has none by then is skipped.",
            "delivery.stopAt");

    private final Readiness readiness;
    private final PlannedAudience audience;
    private final PortfolioWindow window;
    private final Clock clock;

    Preflight(Readiness readiness, PlannedAudience audience, PortfolioWindow window, Clock clock) {
        this.readiness = readiness;
        this.audience = audience;
        this.window = window;
        this.clock = clock;
    }

    Uni<PreflightView> of(Campaign campaign) {
        return readiness.parts(campaign).chain(this::of);
    }

    /**
     * Fails with what stops a launch. Everybody is counted only where a number matters; else one who gets the message is enough.
     *
     * @param most no more people than this may get it; null: no bound
     */
    Uni<Void> require(Campaign draft, Long most) {
        return readiness
                .parts(draft)
                .invoke(parts -> refuse(readiness.problems(parts)))
                .chain(parts ->
                        most == null && !blanksForbidden(parts) ? requireSomebody(parts) : requireAll(parts, most));
    }

    private Uni<Void> requireSomebody(Parts parts) {
        return audience.reachesSomebody(parts)
                .invoke(reached -> refuse(reached ? List.of() : List.of(NOBODY)))
                .replaceWithVoid();
    }

    private Uni<Void> requireAll(Parts parts, Long most) {
        return audience.count(parts)
                .invoke(matched -> {
                    refuse(audienceProblems(parts, matched));
                    if (most != null && matched.messageable() > most) {
                        throw Problems.conflict(
                                "more-recipients-than-expected",
                                "The message would go to " + matched.messageable() + " people, expected were at most "
                                        + most);
                    }
                })
                .replaceWithVoid();
    }

    private static void refuse(List<Finding> problems) {
        if (!problems.isEmpty()) {
            throw Finding.refusal(problems);
        }
    }

    private Uni<PreflightView> of(Parts parts) {
        return audience.count(parts).chain(matched -> limits(parts).map(limits -> view(parts, matched, limits)));
    }

    private Uni<SenderLimits> limits(Parts parts) {
        if (parts.sender() == null) {
            return Uni.createFrom().nullItem();
        }
        String category = parts.template() == null ? null : parts.template().category();
        return window.limits(parts.sender().id).map(limits -> limits.of(category));
    }

    private PreflightView view(Parts parts, Matched matched, SenderLimits limits) {
        List<Finding> problems = readiness.problems(parts);
        if (problems.isEmpty()) {
            problems.addAll(audienceProblems(parts, matched));
        }
        Instant finish = finish(parts.plan(), matched.messageable(), limits);
        Instant stopAt = parts.plan().delivery().stopAt();
        List<Finding> warnings = warnings(parts, matched, limits);
        boolean stopsEarly = finish != null && stopAt != null && stopAt.isBefore(finish);
        if (stopsEarly) {
            warnings.add(STOPS_EARLY);
        }
        return new PreflightView(
                problems.isEmpty(), problems, warnings, AudienceView.of(matched), limits, stopsEarly ? stopAt : finish);
    }

    /** Of a plan that is in order otherwise. */
    private static List<Finding> audienceProblems(Parts parts, Matched matched) {
        List<Finding> problems = new ArrayList<>();
        if (matched.messageable() == 0) {
            problems.add(NOBODY);
        }
        long missing = missing(matched);
        if (missing > 0 && blanksForbidden(parts)) {
            problems.add(new Finding(
                    "VARIABLES_BLANK",
                    "%,d people have no value for a variable.".formatted(missing),
                    "content[0].variables"));
        }
        return problems;
    }

    private static boolean blanksForbidden(Parts parts) {
        return parts.plan().delivery().missingVariable() == Plan.MissingVariable.REFUSE;
    }

    private static long missing(Matched matched) {
        return matched.skipped().getOrDefault(SkipReason.MISSING_VARIABLE, 0L);
    }

    private List<Finding> warnings(Parts parts, Matched matched, SenderLimits limits) {
        List<Finding> warnings = new ArrayList<>();
        if (parts.sender() != null && "RED".equals(parts.sender().quality)) {
            warnings.add(new Finding(
                    "QUALITY_RED",
                    "Meta rates the quality of " + parts.sender().name
                            + " low; more complaints may cost you the number.",
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
        long missing = missing(matched);
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

    /** When everybody would have the message; null: nobody can tell, or nobody gets it. */
    private Instant finish(Plan plan, long messages, SenderLimits limits) {
        if (limits == null || messages == 0) {
            return null;
        }
        Instant start = Schedules.startOf(plan.schedule());
        Plan.Hours hours = plan.delivery().hours();
        SendingTime time = new SendingTime(hours == null ? null : SendingHours.of(JsonObject.mapFrom(hours)));
        return time.finish(limits, start == null ? clock.instant() : start, messages, limits.throughputPerSecond());
    }
}
