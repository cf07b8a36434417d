package io.tiercast.meta;

import io.tiercast.meta.WebhookEvent.InboundCall;
import io.tiercast.meta.WebhookEvent.UnknownEvent;
import java.util.List;

/** The field {@code calls}: people who call the number. Our own calls to people are kept as they come. */
final class CallsChange {

    private static final String BY_THE_PERSON = "USER_INITIATED";

    private CallsChange() {}

    static void read(Lenient value, List<WebhookEvent> events) {
        String numberId = value.at("metadata").text("phone_number_id");
        int before = events.size();
        value.at("calls")
                .each()
                .filter(call -> BY_THE_PERSON.equals(call.text("direction")))
                .forEach(call -> events.add(call(numberId, call)));
        if (events.size() == before) {
            events.add(new UnknownEvent("calls", value.json()));
        }
    }

    private static InboundCall call(String numberId, Lenient call) {
        return new InboundCall(
                numberId,
                call.text("from"),
                call.text("from_user_id"),
                call.text("id"),
                call.text("event"),
                call.at("timestamp").time());
    }
}
