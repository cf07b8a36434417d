package io.tiercast.campaign;

import static io.tiercast.message.MessageState.ACCEPTED;
import static io.tiercast.message.MessageState.DELIVERED;
import static io.tiercast.message.MessageState.EXPIRED;
import static io.tiercast.message.MessageState.FAILED;
import static io.tiercast.message.MessageState.HELD;
import static io.tiercast.message.MessageState.READ;
import static io.tiercast.message.MessageState.SENT;

import io.smallrye.mutiny.Uni;
import io.tiercast.campaign.StateReason.By;
import io.tiercast.message.Counts;
import io.tiercast.sql.Sql;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The rules of {@link Plan.Rules}: whether one of them has to pause a campaign. */
@ApplicationScoped
class SafetyRules {

    /** Below this many messages a share says nothing. */
    private static final long FEWEST = 50;

    private static final String RED = "RED";

    private static final String FACTS = """
            select coalesce(c.plan #> '{delivery,rules}', '{}') as rules, c.acknowledged, s.quality as number_quality,
              t.quality as template_quality, r.category, r.former_category
            from campaign_run r
            join campaign c on c.id = r.campaign_id
            join sender s on s.id = r.sender_id
            left join template t on t.id = r.template_id
            where r.campaign_id = $1
            """;

    /**
     * What the rules look at.
     *
     * @param overruled codes of the rules that a person has overruled
     * @param formerCategory what Meta changed the category from; null if it did not
     */
    record Facts(
            Double failureShare,
            Double optOutShare,
            Boolean qualityRed,
            boolean categoryChange,
            List<String> overruled,
            String numberQuality,
            String templateQuality,
            String category,
            String formerCategory) {

        private static Facts of(Row row) {
            JsonObject rules = row.getJsonObject("rules");
            return new Facts(
                    rules.getDouble("failureShare"),
                    rules.getDouble("optOutShare"),
                    rules.getBoolean("qualityRed"),
                    rules.getBoolean("categoryChange", false),
                    Arrays.asList(row.getArrayOfStrings("acknowledged")),
                    row.getString("number_quality"),
                    row.getString("template_quality"),
                    row.getString("category"),
                    row.getString("former_category"));
        }
    }

    /**
     * What the shares are shares of.
     *
     * @param outcomes messages of which it is known what Meta made of them
     * @param reached people to whom one was delivered
     */
    record Outcomes(long failed, long outcomes, long optedOut, long reached) {

        private static Outcomes of(Counts counts) {
            return new Outcomes(
                    counts.in(FAILED),
                    counts.in(ACCEPTED, HELD, SENT, DELIVERED, READ, FAILED, EXPIRED),
                    counts.optedOut(),
                    counts.everDelivered());
        }
    }

    /** A rule that has to pause the campaign. */
    record Broken(String code, String message) {}

    private final Sql sql;
    private final Clock clock;

    SafetyRules(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Null if no rule is broken. */
    Uni<StateReason> broken(long id, Counts counts) {
        return sql.first(FACTS, Facts::of, id).map(facts -> reason(broken(facts, Outcomes.of(counts))));
    }

    static Broken broken(Facts facts, Outcomes seen) {
        return Stream.of(quality(facts), category(facts), failures(facts, seen), optOuts(facts, seen))
                .filter(broken -> broken != null && !facts.overruled().contains(broken.code()))
                .findFirst()
                .orElse(null);
    }

    private static Broken quality(Facts facts) {
        boolean wanted = facts.qualityRed() == null ? facts.category().equals("MARKETING") : facts.qualityRed();
        if (!wanted || !RED.equals(facts.numberQuality()) && !RED.equals(facts.templateQuality())) {
            return null;
        }
        return new Broken(
                "QUALITY_RED",
                RED.equals(facts.numberQuality())
                        ? "Meta rates the quality of the number low."
                        : "Meta rates the quality of the template low.");
    }

    private static Broken category(Facts facts) {
        boolean changed =
                facts.formerCategory() != null && !facts.formerCategory().equals(facts.category());
        return facts.categoryChange() && changed
                ? new Broken(
                        "CATEGORY_CHANGE",
                        "Meta has changed the category of the template from %s to %s, and with it the price."
                                .formatted(facts.formerCategory(), facts.category()))
                : null;
    }

    private static Broken failures(Facts facts, Outcomes seen) {
        return over(facts.failureShare(), seen.failed(), seen.outcomes())
                ? new Broken(
                        "FAILURE_SHARE", "%,d of %,d messages have failed.".formatted(seen.failed(), seen.outcomes()))
                : null;
    }

    private static Broken optOuts(Facts facts, Outcomes seen) {
        return over(facts.optOutShare(), seen.optedOut(), seen.reached())
                ? new Broken(
                        "OPT_OUT_SHARE",
                        "%,d of the %,d people reached have opted out.".formatted(seen.optedOut(), seen.reached()))
                : null;
    }

    private static boolean over(Double share, long some, long all) {
        return share != null && all >= FEWEST && some >= share * all;
    }

    private StateReason reason(Broken broken) {
        return broken == null
                ? null
                : new StateReason(
                        broken.code(),
                        broken.message(),
                        By.RULE,
                        clock.instant(),
                        null,
                        "Look at what happened. Who resumes the campaign overrules this rule for the rest of it.");
    }
}
