package io.tiercast.campaign;

import io.tiercast.message.MessageState;
import io.tiercast.message.SkipReason;
import java.util.List;

/**
 * Which rule decided for one person.
 *
 * @param contactId null if no contact has this phone
 * @param frozen whether the campaign has started. Then state and reason are what is stored, while the ways are those of now: they
 *     may have changed since
 * @param state the bucket of the person; null if there is none
 * @param reason why the person gets no message; null otherwise
 * @param via the ways by which the person is in the audience
 * @param excludedBy the ways by which the person is left out again
 * @param explanation for people
 */
public record WhyView(
        String phone,
        Long contactId,
        Outcome outcome,
        boolean frozen,
        MessageState state,
        SkipReason reason,
        List<WayView> via,
        List<WayView> excludedBy,
        String explanation) {

    public enum Outcome {
        MESSAGEABLE,
        SKIPPED,
        NOT_IN_AUDIENCE,
        UNKNOWN_CONTACT
    }

    static WhyView unknown(String phone) {
        return new WhyView(
                phone,
                null,
                Outcome.UNKNOWN_CONTACT,
                false,
                null,
                null,
                List.of(),
                List.of(),
                "No contact has this phone.");
    }
}
