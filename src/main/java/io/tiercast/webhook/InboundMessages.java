package io.tiercast.webhook;

import io.smallrye.mutiny.Uni;
import io.tiercast.contact.Identities;
import io.tiercast.contact.Identities.Known;
import io.tiercast.contact.Identities.Named;
import io.tiercast.contact.Identities.Renamed;
import io.tiercast.message.Replies;
import io.tiercast.message.Reply;
import io.tiercast.message.UnclaimedReplies;
import io.tiercast.message.UnclaimedReplies.Unclaimed;
import io.tiercast.meta.WebhookEvent.InboundCall;
import io.tiercast.meta.WebhookEvent.InboundMessage;
import io.tiercast.sender.ServiceWindows;
import io.tiercast.sender.ServiceWindows.Opened;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a message from a person means: their window opens, it is kept as a reply, or they have another number now. */
@ApplicationScoped
class InboundMessages {

    /** Written by WhatsApp itself about a person, not by the person. */
    private static final String SYSTEM = "system";

    private static final long NOBODY = 0;

    private final Identities identities;
    private final ServiceWindows windows;
    private final Replies replies;
    private final UnclaimedReplies unclaimed;
    private final Clock clock;

    InboundMessages(
            Identities identities, ServiceWindows windows, Replies replies, UnclaimedReplies unclaimed, Clock clock) {
        this.identities = identities;
        this.windows = windows;
        this.replies = replies;
        this.unclaimed = unclaimed;
        this.clock = clock;
    }

    Uni<Void> heed(List<InboundMessage> messages) {
        List<InboundMessage> written =
                messages.stream().filter(message -> !isSystem(message)).toList();
        return identities
                .rename(messages.stream()
                        .filter(InboundMessages::isRenaming)
                        .map(message -> new Renamed(named(message), message.payload()))
                        .toList())
                .chain(() -> identities.find(
                        written.stream().map(InboundMessages::named).toList()))
                .chain(known -> heed(written, known));
    }

    private Uni<Void> heed(List<InboundMessage> written, List<Known> known) {
        List<Long> people = known.stream().map(Known::contactId).toList();
        List<OffsetDateTime> times = known.stream()
                .map(one -> at(written.get(one.index())).atOffset(ZoneOffset.UTC))
                .toList();
        return windows.open(opened(written, known))
                .chain(() -> identities.heard(people, times))
                .chain(() -> replies.keep(known.stream()
                        .map(one -> reply(one.contactId(), written.get(one.index())))
                        .toList()))
                .chain(() -> unclaimed.keep(ofStrangers(written, known)));
    }

    private List<Unclaimed> ofStrangers(List<InboundMessage> written, List<Known> known) {
        Set<Integer> places = known.stream().map(Known::index).collect(Collectors.toSet());
        return IntStream.range(0, written.size())
                .filter(i -> !places.contains(i))
                .mapToObj(written::get)
                .map(message -> new Unclaimed(reply(NOBODY, message), message.from(), message.userId()))
                .toList();
    }

    /** A call opens the window as a message does. */
    Uni<Void> answer(List<InboundCall> calls) {
        List<Named> callers = calls.stream()
                .map(call -> new Named(call.from(), call.userId()))
                .toList();
        return identities
                .find(callers)
                .chain(known -> windows.open(known.stream()
                        .map(one -> opened(one, calls.get(one.index())))
                        .toList()));
    }

    private Opened opened(Known caller, InboundCall call) {
        return new Opened(call.phoneNumberId(), caller.phone(), call.at() == null ? clock.instant() : call.at());
    }

    private Reply reply(long contactId, InboundMessage message) {
        return new Reply(
                contactId,
                at(message),
                message.id(),
                message.phoneNumberId(),
                message.type(),
                message.text(),
                message.payload(),
                message.contextId());
    }

    /** Where Meta's number of a known person differs from ours, ours is the one that messages go to. */
    private List<Opened> opened(List<InboundMessage> written, List<Known> known) {
        Map<Integer, String> phones = new HashMap<>();
        known.forEach(one -> phones.put(one.index(), one.phone()));
        return IntStream.range(0, written.size())
                .mapToObj(i -> opened(written.get(i), phones.get(i)))
                .toList();
    }

    private Opened opened(InboundMessage message, String phone) {
        String shown = message.from() == null ? null : "+" + message.from();
        return new Opened(message.phoneNumberId(), phone == null ? shown : phone, at(message));
    }

    private Instant at(InboundMessage message) {
        return message.at() == null ? clock.instant() : message.at();
    }

    private static Named named(InboundMessage message) {
        return new Named(message.from(), message.userId());
    }

    private static boolean isSystem(InboundMessage message) {
        return SYSTEM.equals(message.type());
    }

    private static boolean isRenaming(InboundMessage message) {
        return isSystem(message) && message.payload() != null;
    }
}
