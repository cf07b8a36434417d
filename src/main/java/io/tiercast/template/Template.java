package io.tiercast.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A message that Meta approved, or did not, as last read from it.
 *
 * @param announcedCategory what Meta will change the category to within a day; null: nothing announced
 * @param status Meta's word; only APPROVED may be sent
 * @param components an array, as Meta writes it
 * @param timeToLive seconds within which a message is delivered or dropped; null: the category's own time
 * @param pausedUntil when Meta's pause ends by itself; null: not paused, or nobody knows
 * @param missingSince when Meta no longer listed it; null: it does
 */
public record Template(
        long id,
        String wabaId,
        String metaId,
        String name,
        String language,
        String category,
        String announcedCategory,
        String status,
        String quality,
        String rejectedReason,
        String parameterFormat,
        JsonNode components,
        Integer timeToLive,
        Instant pausedUntil,
        Instant missingSince,
        Instant syncedAt) {

    /** Written here and not submitted yet; no word of Meta's. */
    static final String DRAFT = "DRAFT";

    static final String SENDABLE = "APPROVED";

    private static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration AUTHENTICATION = Duration.ofMinutes(10);

    /** Meta's {@code -1} stands for the longest time. */
    private static final int NO_LIMIT = -1;

    /** What has to be filled in before it can be sent, or may be, in reading order. */
    public List<TemplateVariable> variables() {
        return TemplateContent.of(components).variables();
    }

    /** Those of its texts that may become too long for Meta. */
    public List<LimitedText> limitedTexts() {
        return TemplateContent.of(components).limitedTexts();
    }

    /** As its recipient would see it. @param values by key; what is left out is shown with its example */
    public PreviewView preview(Map<String, String> values) {
        return PreviewView.of(TemplateContent.of(components), values);
    }

    /** How long Meta tries to deliver a message of it; what is not delivered by then never will be. */
    public Duration deliveredWithin() {
        if (timeToLive != null) {
            return timeToLive == NO_LIMIT ? LONGEST : Duration.ofSeconds(timeToLive);
        }
        return category.equals("AUTHENTICATION") ? AUTHENTICATION : LONGEST;
    }

    boolean draft() {
        return status.equals(DRAFT);
    }

    Wording wording() {
        return new Wording(category, components, timeToLive == null ? null : Duration.ofSeconds(timeToLive));
    }

    /**
     * @param given the keys that will have a value
     * @param shown the files that everybody gets, by key: they take no slot
     */
    public CompiledTemplate compile(Set<String> given, Map<String, String> shown) {
        return TemplateCompiler.compile(name, language, components, given, shown);
    }

    /** Why it cannot be sent just now, in words for the person who picks it; empty: it can. */
    public Optional<String> whyNotSendable() {
        return whyNotApproved().or(this::whyNotUnderstood);
    }

    /** Why Meta would not take a message of it. */
    public Optional<String> whyNotApproved() {
        if (missingSince != null) {
            return Optional.of("Meta no longer lists this template.");
        }
        if (draft()) {
            return Optional.of("It is a draft; submit it to Meta first.");
        }
        if (pausedUntil != null && status.equals("PAUSED")) {
            return Optional.of("Meta has paused it until " + pausedUntil.truncatedTo(ChronoUnit.SECONDS) + ".");
        }
        if (!status.equals(SENDABLE)) {
            return Optional.of("Meta has it as " + status + "; only " + SENDABLE + " templates may be sent.");
        }
        return Optional.empty();
    }

    /** What there is in it that this program cannot send: a part from a newer version of Meta's API. */
    public Optional<String> whyNotUnderstood() {
        return TemplateCompiler.whyNotUsable(components);
    }
}
