package io.tiercast.webhook;

import io.smallrye.mutiny.Uni;
import io.tiercast.event.Happening;
import io.tiercast.event.History;
import io.tiercast.message.QueueReactions;
import io.tiercast.message.StopReason;
import io.tiercast.meta.AccountStanding;
import io.tiercast.meta.AccountStanding.Effect;
import io.tiercast.meta.ErrorCatalogue;
import io.tiercast.meta.WebhookEvent.AccountAlert;
import io.tiercast.meta.WebhookEvent.AccountChange;
import io.tiercast.meta.WebhookEvent.MessagingLimitChange;
import io.tiercast.meta.WebhookEvent.NumberError;
import io.tiercast.meta.WebhookEvent.NumberNameChange;
import io.tiercast.meta.WebhookEvent.NumberQualityChange;
import io.tiercast.sender.Restriction;
import io.tiercast.sender.SenderNews;
import io.tiercast.sender.Senders;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What news of an account or a number do: the numbers show them, and stop where Meta forbids to send. */
@ApplicationScoped
class AccountReactions {

    private static final int RESTRICTED = 131031;

    private final SenderNews senders;
    private final Senders numbers;
    private final QueueReactions queues;
    private final History history;
    private final Clock clock;

    AccountReactions(SenderNews senders, Senders numbers, QueueReactions queues, History history, Clock clock) {
        this.senders = senders;
        this.numbers = numbers;
        this.queues = queues;
        this.history = history;
        this.clock = clock;
    }

    Uni<Void> account(AccountChange news) {
        AccountStanding standing = AccountStanding.of(news);
        Map<String, Object> detail = news.json() == null ? Map.of() : new JsonObject(news.json()).getMap();
        return concerned(news, standing)
                .call(ids -> tell(ids, kind(standing.effect()), standing.message(), detail))
                .chain(ids -> stops(standing.effect())
                        ? queues.stopSenders(ids, reason(standing), standing.category())
                                .replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }

    /** The limit holds at once, up or down; the change itself is told by the number's own history. */
    Uni<Void> limit(MessagingLimitChange news) {
        return senders.limit(news.wabaId(), news.limit().recipients()).replaceWithVoid();
    }

    Uni<Void> numberQuality(NumberQualityChange news) {
        return senders.reread(news.wabaId(), news.displayPhoneNumber())
                .chain(ids -> tell(
                        ids,
                        "NUMBER_NEWS",
                        "Meta has news of the number: %s.".formatted(news.event()),
                        detail("event", news.event())));
    }

    Uni<Void> numberName(NumberNameChange news) {
        return senders.reread(news.wabaId(), news.displayPhoneNumber())
                .chain(ids -> tell(
                        ids,
                        "NAME_DECISION",
                        "Meta's decision on the name \"%s\": %s.".formatted(news.verifiedName(), news.decision()),
                        detail("decision", news.decision())));
    }

    Uni<Void> alert(AccountAlert news) {
        String words = news.description() == null ? news.type() : news.description();
        Map<String, Object> detail = detail("type", news.type());
        detail.put("severity", news.severity());
        detail.put("status", news.status());
        return senders.of(news.wabaId()).chain(ids -> tell(ids, "ALERT", "Meta warns: " + words, detail));
    }

    /** An error that belongs to no message. */
    Uni<Void> numberError(NumberError news) {
        String message = "Meta reports error %d: %s"
                .formatted(news.code(), ErrorCatalogue.of(news.code()).meaning());
        return numbers.byPhoneNumberId(news.phoneNumberId())
                .chain(number -> tell(
                        number.map(found -> List.of(found.id())).orElse(List.of()),
                        "ERROR",
                        message,
                        Map.of("code", news.code())));
    }

    /** None where Meta has told something newer since. */
    private Uni<List<Long>> concerned(AccountChange news, AccountStanding standing) {
        String wabaId = news.wabaId();
        Instant now = clock.instant();
        Instant at = news.at() == null || news.at().isAfter(now) ? now : news.at();
        return switch (standing.effect()) {
            case FORBIDDEN ->
                senders.restrict(
                        wabaId, new Restriction(standing.message(), standing.category(), at, standing.until()));
            case REINSTATED -> senders.reinstate(wabaId, at);
            case STOP, NEWS -> senders.of(wabaId);
        };
    }

    private static boolean stops(Effect effect) {
        return effect == Effect.FORBIDDEN || effect == Effect.STOP;
    }

    private static String kind(Effect effect) {
        return switch (effect) {
            case FORBIDDEN -> "RESTRICTED";
            case STOP -> "VIOLATION";
            case REINSTATED -> "REINSTATED";
            case NEWS -> "ACCOUNT_NEWS";
        };
    }

    private static StopReason reason(AccountStanding standing) {
        return new StopReason(RESTRICTED, standing.message(), advice(standing));
    }

    private static String advice(AccountStanding standing) {
        if (standing.effect() == Effect.STOP) {
            return "See at Meta what was violated, mend it, and resume: sending is not forbidden, but a further violation may end it.";
        }
        return standing.until() == null
                ? ErrorCatalogue.of(RESTRICTED).advice()
                : "Resume after %s, when the restriction has ended.".formatted(standing.until());
    }

    private Uni<Void> tell(List<Long> senderIds, String kind, String message, Map<String, Object> detail) {
        return history.record(senderIds.stream()
                .map(id -> Happening.ofSender(id, kind, message, detail))
                .toList());
    }

    private static Map<String, Object> detail(String key, String value) {
        Map<String, Object> detail = new HashMap<>();
        detail.put(key, value);
        return detail;
    }
}
