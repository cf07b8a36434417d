package io.tiercast.campaign;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tiercast.campaign.Readiness.Parts;
import io.tiercast.campaign.TestView.Outcome;
import io.tiercast.campaign.TestView.Sent;
import io.tiercast.meta.ErrorCatalogue;
import io.tiercast.meta.SendOutcome;
import io.tiercast.meta.SendTemplate;
import io.tiercast.phone.Phone;
import io.tiercast.problem.Problems;
import io.tiercast.problem.Problems.FieldError;
import io.tiercast.provider.SendClient;
import io.tiercast.sender.Senders;
import io.tiercast.sender.SendingNumber;
import io.tiercast.sender.WindowAdmission;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Sends a campaign's message to chosen phones at once, past its queue: nothing of it is counted in the campaign. */
@ApplicationScoped
class TestSends {

    private final Campaigns campaigns;
    private final Readiness readiness;
    private final TestMessages messages;
    private final Senders senders;
    private final WindowAdmission window;
    private final SendClient client;

    TestSends(
            Campaigns campaigns,
            Readiness readiness,
            TestMessages messages,
            Senders senders,
            WindowAdmission window,
            SendClient client) {
        this.campaigns = campaigns;
        this.readiness = readiness;
        this.messages = messages;
        this.senders = senders;
        this.window = window;
        this.client = client;
    }

    /** Fails with 422 and the problems while sender, templates or variables are not in order, with 409 while the limit has no room. */
    Uni<TestView> send(long campaignId, List<String> phones) {
        List<String> numbers = checked(phones);
        return campaigns
                .get(campaignId)
                .chain(readiness::parts)
                .invoke(readiness::requireSendable)
                .chain(parts -> send(parts, numbers))
                .map(TestView::new);
    }

    private Uni<List<Sent>> send(Parts parts, List<String> phones) {
        long senderId = parts.sender().id;
        return window.admit(senderId, phones)
                .invoke(TestSends::requireRoom)
                .chain(() -> senders.byId(senderId))
                .chain(number -> messages.of(parts, phones)
                        .chain(written ->
                                sendEach(number.orElseThrow(), parts.template().category(), written)));
    }

    /** One after the other: they are few, and none may be sent twice. */
    private Uni<List<Sent>> sendEach(SendingNumber number, String category, List<TestMessages.Written> written) {
        return Multi.createFrom()
                .iterable(written)
                .onItem()
                .transformToUniAndConcatenate(message -> send(number, category, message))
                .collect()
                .asList();
    }

    private Uni<Sent> send(SendingNumber number, String category, TestMessages.Written message) {
        if (message.problem() != null) {
            return Uni.createFrom().item(new Sent(message.phone(), Outcome.REFUSED, null, message.problem()));
        }
        return client.send(
                        number.provider(),
                        new SendTemplate(
                                number.phoneNumberId(),
                                number.accessToken(),
                                message.phone(),
                                message.json(),
                                "test",
                                number.marketingMessages().of(category)))
                .map(outcome -> sent(message.phone(), outcome));
    }

    private static Sent sent(String phone, SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Accepted) {
            return new Sent(phone, Outcome.ACCEPTED, null, null);
        } else if (outcome instanceof SendOutcome.Refused refused) {
            return new Sent(
                    phone,
                    Outcome.REFUSED,
                    refused.code(),
                    ErrorCatalogue.of(refused.code()).meaning());
        } else if (outcome instanceof SendOutcome.NotSent) {
            return new Sent(phone, Outcome.NOT_SENT, null, "Meta could not be reached.");
        }
        return new Sent(phone, Outcome.IN_DOUBT, null, "Meta gave no answer; nobody knows whether it was sent.");
    }

    private static List<String> checked(List<String> phones) {
        List<String> numbers = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < phones.size(); i++) {
            String field = "phones[" + i + "]";
            Phone.parse(phones.get(i), null)
                    .ifPresentOrElse(
                            phone -> numbers.add(phone.e164()),
                            () -> errors.add(new FieldError(field, "is no phone number with + and its country code")));
        }
        if (!errors.isEmpty()) {
            throw Problems.invalid("invalid", "Some phones are not valid.", errors);
        }
        return numbers.stream().distinct().toList();
    }

    private static void requireRoom(boolean admitted) {
        if (!admitted) {
            throw Problems.conflict("messaging-limit-reached", "Meta's limit of people in 24 hours has no room left");
        }
    }
}
