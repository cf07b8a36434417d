package io.tiercast.campaign;

import io.tiercast.message.InDoubtPolicy;
import io.tiercast.segment.Filter;
import io.tiercast.template.VariableValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * What a campaign is to send to whom and when. A draft may leave parts empty; a launch needs all of it.
 *
 * @param senderIds the numbers that send; one for now
 * @param content what is sent: one template, or several for different languages
 */
public record Plan(
        List<Long> senderIds, List<Content> content, Audience audience, Schedule schedule, Delivery delivery) {

    public Plan {
        senderIds = senderIds == null ? List.of() : senderIds;
        content = content == null ? List.of() : content;
        audience = audience == null ? new Audience(null, null, null, null, null) : audience;
        schedule = schedule == null ? new Schedule(ScheduleType.NOW, null, null) : schedule;
        delivery = delivery == null ? new Delivery(null, null, null, null, null, null, null) : delivery;
    }

    /** Of our files those that a variable may show to everybody. */
    Set<Long> mediaIds() {
        return content.stream()
                .flatMap(entry -> entry.variables().values().stream())
                .map(VariableValue::shown)
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .collect(Collectors.toSet());
    }

    /**
     * A template and where each of its variables comes from, by the variable's key such as {@code body.1}.
     *
     * @param when who gets it; null: everybody for whom no other entry is meant
     */
    public record Content(
            @NotNull Long templateId,
            Map<String, @NotNull @Valid VariableValue> variables,
            @Valid When when) {
        public Content {
            variables = variables == null ? Map.of() : variables;
        }
    }

    /** @param languages of the contact: {@code hi} is also for {@code hi_IN} */
    public record When(
            @NotEmpty @Size(max = 50)
            List<
                            @NotNull
                            @Pattern(
                                    regexp = "[A-Za-z]{2,3}([-_][A-Za-z]{2,4})?",
                                    message = "must be a language such as hi or pt_BR")
                            String>
                    languages) {}

    /** The union of groups, segments, single contacts and those who meet the filter, less the excluded. */
    public record Audience(
            @Size(max = 200) List<@NotNull Long> groupIds,
            @Size(max = 200) List<@NotNull Long> segmentIds,
            @Size(max = 10_000) List<@NotNull Long> contactIds,
            @Valid Filter filter,
            @Valid Exclusion exclude) {
        public Audience {
            groupIds = groupIds == null ? List.of() : groupIds;
            segmentIds = segmentIds == null ? List.of() : segmentIds;
            contactIds = contactIds == null ? List.of() : contactIds;
            exclude = exclude == null ? new Exclusion(null, null, null, null) : exclude;
        }

        /** Whether nothing says who it is; whoever is said may still be nobody. */
        boolean nobodyChosen() {
            return groupIds.isEmpty() && segmentIds.isEmpty() && contactIds.isEmpty() && filter == null;
        }
    }

    public record Exclusion(
            @Size(max = 200) List<@NotNull Long> groupIds,
            @Size(max = 200) List<@NotNull Long> segmentIds,
            @Size(max = 10_000) List<@NotNull Long> contactIds,
            @Valid Filter filter) {
        public Exclusion {
            groupIds = groupIds == null ? List.of() : groupIds;
            segmentIds = segmentIds == null ? List.of() : segmentIds;
            contactIds = contactIds == null ? List.of() : contactIds;
        }
    }

    public enum MissingVariable {
        SKIP,
        REFUSE
    }

    public enum ScheduleType {
        NOW,
        AT
    }

    /**
     * When it starts.
     *
     * @param at wall-clock time in {@code timezone}, such as {@code 2026-12-01T10:00}
     * @param timezone IANA name
     */
    public record Schedule(@NotNull ScheduleType type, String at, String timezone) {}

    /**
     * How it is sent.
     *
     * @param hours outside of which nothing is sent; null: any time
     * @param stopAt what is unsent by then is skipped as TOO_LATE
     * @param inDoubt what happens to a message of which nobody knows whether it was sent
     * @param missingVariable whether people without a value for a variable are skipped, or stop the launch; skipped unless said otherwise
     * @param retryDays for so many days somebody who gets too much marketing from all businesses together is tried again, once a
     *     day; 3 unless said otherwise
     * @param rules when it is to pause by itself
     * @param canary null: everybody gets it as fast as the limits allow
     */
    public record Delivery(
            @Valid Hours hours,
            Instant stopAt,
            InDoubtPolicy inDoubt,
            MissingVariable missingVariable,
            @Min(0) @Max(30) Integer retryDays,
            @Valid Rules rules,
            @Valid Canary canary) {

        private static final int RETRY_DAYS = 3;

        public Delivery {
            missingVariable = missingVariable == null ? MissingVariable.SKIP : missingVariable;
            inDoubt = inDoubt == null ? InDoubtPolicy.RESOLVE : inDoubt;
            retryDays = retryDays == null ? RETRY_DAYS : retryDays;
            rules = rules == null ? new Rules(null, null, null, null) : rules;
        }
    }

    /**
     * What pauses the campaign. Shares count from 50 messages on. Who resumes a campaign overrules the rule that paused it, for
     * the rest of the campaign.
     *
     * @param failureShare pauses when so many of the messages with an outcome have failed, such as 0.2; null: never
     * @param optOutShare pauses when so many of the people reached have opted out since, such as 0.02; null: never
     * @param qualityRed pauses when Meta rates the number or the template RED; null: with marketing only
     * @param categoryChange pauses when Meta changes the template's category, and with it the price
     */
    public record Rules(
            @Positive @DecimalMax("1") Double failureShare,
            @Positive @DecimalMax("1") Double optOutShare,
            Boolean qualityRed,
            Boolean categoryChange) {
        public Rules {
            categoryChange = Boolean.TRUE.equals(categoryChange);
        }
    }

    /**
     * The first part is sent, then the rest is held, so that there is time to see what becomes of it.
     *
     * @param share of the messages, such as 0.05
     * @param hold from when the last of the first part is sent, such as {@code PT30M}
     */
    public record Canary(
            @NotNull @Positive @DecimalMax(value = "1", inclusive = false)
            Double share,

            @NotNull @DurationMin(seconds = 1) @DurationMax(days = 7)
            Duration hold) {}

    /**
     * @param from first minute in which it sends, {@code HH:MM}
     * @param to first minute in which it does not; before {@code from}: on the next day
     * @param days {@code MON} to {@code SUN}; empty: every day
     */
    public record Hours(
            @NotNull @Pattern(regexp = TIME, message = "must be HH:MM")
            String from,

            @NotNull @Pattern(regexp = TIME, message = "must be HH:MM")
            String to,

            List<
                            @NotNull
                            @Pattern(regexp = "MON|TUE|WED|THU|FRI|SAT|SUN", message = "must be one of MON to SUN")
                            String>
                    days,
            @NotNull String timezone) {

        private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

        public Hours {
            days = days == null ? List.of() : days;
        }
    }
}
