package io.tiercast.sandbox;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.tiercast.sandbox.SandboxAccount.Number;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Takes or refuses a message. */
@ApplicationScoped
class SendDesk {

    private final ThroughputGate throughput = new ThroughputGate();
    private final PairGate pairs = new PairGate();
    private final RecipientWindow window = new RecipientWindow();
    private final Map<Integer, LongAdder> refused = new ConcurrentHashMap<>();
    private final Setup setup;
    private final TemplateDesk templates;
    private final MediaDesk media;
    private final SandboxStore store;
    private final SendJournal journal;
    private final Clock clock;
    private volatile boolean windowLoaded;

    SendDesk(
            Setup setup,
            TemplateDesk templates,
            MediaDesk media,
            SandboxStore store,
            SendJournal journal,
            Clock clock) {
        this.setup = setup;
        this.templates = templates;
        this.media = media;
        this.store = store;
        this.journal = journal;
        this.clock = clock;
    }

    /** Must be waited for before anything is sent or read: the knobs, the token and the window are in the database. */
    Uni<Void> ready() {
        return windowLoaded
                ? Uni.createFrom().voidItem()
                : setup.loaded().chain(templates::load).chain(media::load).chain(this::loadWindow);
    }

    /** The message once it is kept, or a {@link Refusal} as failure. */
    Uni<AcceptedMessage> send(Number number, JsonObject body, boolean marketing) {
        try {
            return journal.write(admit(number, body, marketing));
        } catch (Refusal refusal) {
            refused.computeIfAbsent(refusal.code, code -> new LongAdder()).increment();
            return Uni.createFrom().failure(refusal);
        }
    }

    /** Brings the 24-hour window in line with the database and the present limit. */
    Uni<Void> loadWindow() {
        Integer limit = setup.knobs().messagingLimit();
        long now = clock.millis();
        return store.forgetRecipients(now)
                .chain(() -> store.recipients(now, limit == null ? 0 : limit))
                .invoke(recipients -> {
                    window.load(recipients);
                    windowLoaded = true;
                })
                .replaceWithVoid();
    }

    /** A number is kept no longer than it is counted. */
    @Scheduled(
            every = "1h",
            delayed = "3m",
            identity = "sandbox-recipients",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> forgetOld() {
        return store.forgetRecipients(clock.millis()).replaceWithVoid();
    }

    /** Refusals by code since the start. */
    Map<Integer, Long> refused() {
        Map<Integer, Long> counts = new TreeMap<>();
        refused.forEach((code, count) -> counts.put(code, count.sum()));
        return counts;
    }

    void forgetAll() {
        refused.clear();
        pairs.forgetAll();
    }

    private AcceptedMessage admit(Number number, JsonObject body, boolean marketing) {
        Knobs knobs = setup.knobs();
        long now = clock.millis();
        SendRequest request = SendRequest.read(body, templates.catalogue());
        checkRoad(request, body, marketing);
        media.check(number.phoneNumberId(), body);
        if (request.recipient() == number.digits()) {
            throw Refusal.of(131021, "The recipient is the sending number itself");
        }
        Outcome outcome = Outcome.decide(
                knobs.seed(), request.recipient(), request.template().isMarketing(), request.buttonPayload(), knobs);
        checkLimits(number.phoneNumberId(), request.recipient(), outcome, knobs, now);
        return AcceptedMessage.of(number.phoneNumberId(), request, outcome, now);
    }

    /** The sandbox's business is not admitted to the Marketing Messages API: what may fall back, does. */
    private static void checkRoad(SendRequest request, JsonObject body, boolean marketing) {
        String policy = body.getString("product_policy", "CLOUD_API_FALLBACK");
        if (!marketing) {
            if (body.containsKey("product_policy")) {
                throw Refusal.of(100, "product_policy is for marketing_messages only");
            }
        } else if (!request.template().isMarketing()) {
            throw Refusal.of(131055, "Only marketing templates can be sent with marketing_messages");
        } else if (!policy.equals("CLOUD_API_FALLBACK")) {
            throw Refusal.of(134102, "The business is not admitted to the Marketing Messages API");
        }
    }

    private void checkLimits(String numberId, long recipient, Outcome outcome, Knobs knobs, long now) {
        if (!throughput.admits(numberId, knobs.throughputPerSecond(), now)) {
            throw Refusal.of(130429, "Cloud API message throughput has been reached.");
        }
        if (knobs.pairLimit() && !pairs.admits(numberId, recipient, now)) {
            throw Refusal.of(131056, "Too many messages from this number to this recipient in a short time");
        }
        // Which code Meta gives here is not written anywhere; this one has the right effect: stop sending.
        if (knobs.messagingLimit() != null
                && !window.admits(recipient, knobs.messagingLimit(), !outcome.reaches(Kind.FAILED), now)) {
            throw Refusal.of(131048, "The messaging limit of the business portfolio has been reached");
        }
    }
}
