package io.tiercast.benchmark;

import io.tiercast.benchmark.Installation.Sender;
import io.tiercast.benchmark.QuickSettings.Reports;
import io.tiercast.boot.Waiting;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Sends one campaign and measures it on Meta's side, up to the moment at which all of it has been counted. */
final class CampaignRun {

    static final Duration LIMIT = Duration.ofHours(2);

    /** Beyond what any machine reaches: the number's rate binds nothing. */
    static final double UNBOUND = 1_000_000;

    private static final Duration FAST_POLL = Duration.ofMillis(20);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Map<String, Object> VARIABLES = Map.of(
            "header.1", Map.of("path", "contact.name", "fallback", "friend"),
            "body.1", Map.of("path", "contact.name", "fallback", "friend"),
            "body.2", Map.of("value", "Pune"),
            "body.3", Map.of("path", "contact.attributes.days", "fallback", "0"),
            "button.1.url", Map.of("path", "contact.attributes.city", "fallback", "shop"));

    private final Installation at;
    private final Sender sender;

    CampaignRun(Installation at, Sender sender) {
        this.at = at;
        this.sender = sender;
    }

    /** @return what was seen, once every message, and every status if they are made, is in the counts */
    Seen of(long groupId, int recipients, QuickSettings settings) {
        at.meta().settings(settings);
        Cpu before = at.cpu();
        long start = System.nanoTime();
        long id = launch(groupId);
        awaitFrozen(id);
        double frozen = seconds(start);
        awaitEnd(id, recipients, settings.reports() == Reports.MADE ? "read" : "accepted");
        Cpu spent = at.cpu().since(before);
        JsonObject figures = at.meta().figures().mergeIn(at.meta().times());
        return new Seen(recipients, frozen, seconds(start), figures, spent, at.memory());
    }

    /** @return the campaign, which is being prepared now */
    long launch(long groupId) {
        long id = at.program().createCampaign(sender.id(), sender.templateId(), VARIABLES, groupId);
        at.program().act("/campaigns/" + id + "/launch", Map.of());
        return id;
    }

    void awaitFrozen(long id) {
        Set<String> before = Set.of("SCHEDULED", "PREPARING");
        Waiting.until("the audience", LIMIT, FAST_POLL, () -> !before.contains(state(id)));
    }

    void awaitCancelled(long id) {
        Waiting.until("the cancellation", LIMIT, FAST_POLL, () -> state(id).equals("CANCELLED"));
    }

    /** Asks the database: the API would cost the application more. */
    private String state(long id) {
        return at.ask(String.class, "select state from campaign where id = ?", id);
    }

    private void awaitEnd(long id, int recipients, String bucket) {
        Progress progress = new Progress();
        Waiting.until("Meta's last report", LIMIT, POLL, () -> {
            JsonObject figures = progress.shows(at.meta().figures(), recipients);
            return figures.getInteger("accepted") >= recipients && figures.getInteger("pending") == 0;
        });
        Waiting.until("the last count", Duration.ofMinutes(1), POLL, () -> inBucket(id, bucket) == recipients);
    }

    private long inBucket(long id, String bucket) {
        return at.program().stats(id).getLong("buckets." + bucket);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
