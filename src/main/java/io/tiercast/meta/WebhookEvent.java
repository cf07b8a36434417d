package io.tiercast.meta;

import java.time.Instant;

/**
 * What Meta tells us, in one webhook call many at a time. Any text may be null where Meta left it out; times are null where it
 * gave none that can be true.
 */
public sealed interface WebhookEvent {

    /** The number that it is about; null: none, or none alone. */
    default String phoneNumberId() {
        return null;
    }

    /** The account that it is about; null where the number tells it. */
    default String wabaId() {
        return null;
    }

    /** How far a message got. {@code OTHER} is a status that this version does not know, to be kept and otherwise ignored. */
    enum Status {
        SENT,
        DELIVERED,
        READ,
        FAILED,
        OTHER
    }

    /**
     * A status of a message that we sent.
     *
     * @param opaque our own {@code biz_opaque_callback_data}
     * @param errorCode of the first error; null unless it failed
     * @param pricing Meta's object as JSON text
     */
    record StatusEvent(
            String phoneNumberId,
            String wamid,
            Status status,
            Instant at,
            String recipientId,
            String waId,
            String userId,
            String opaque,
            Integer errorCode,
            String errorDetail,
            String pricing)
            implements WebhookEvent {}

    /**
     * A message from a person.
     *
     * @param from the phone without its plus; null where the person shows only a user name
     * @param type Meta's word: text, button, interactive, image, system, …
     * @param text what the person wrote, or the label of what was pressed, or the caption
     * @param payload what stands behind the button or list row; the answers of a flow as JSON text; the new number of a system
     *     message about a changed number
     * @param contextId the message that it answers
     */
    record InboundMessage(
            String phoneNumberId,
            String from,
            String userId,
            String id,
            Instant at,
            String type,
            String text,
            String payload,
            String contextId,
            String profileName)
            implements WebhookEvent {}

    /**
     * A person calls the number.
     *
     * @param from the phone without its plus; null where the person shows only a user name
     * @param event connect or terminate
     */
    record InboundCall(String phoneNumberId, String from, String userId, String id, String event, Instant at)
            implements WebhookEvent {}

    /**
     * A person's setting for messages from this business.
     *
     * @param value stop, resume or signup
     */
    record PreferenceChange(String phoneNumberId, String waId, String userId, String category, String value, Instant at)
            implements WebhookEvent {}

    /** An error that belongs to the number and to no message. */
    record NumberError(String phoneNumberId, int code, String detail) implements WebhookEvent {}

    /** @param event APPROVED, REJECTED, PAUSED, DISABLED, REINSTATED, … */
    record TemplateStatusChange(
            String wabaId,
            String templateId,
            String name,
            String language,
            String event,
            String reason,
            String title,
            String detail)
            implements WebhookEvent {}

    record TemplateQualityChange(
            String wabaId, String templateId, String name, String language, String previous, String current)
            implements WebhookEvent {}

    /**
     * @param category what counts now
     * @param announced what Meta will change it to within a day; null once that is done
     */
    record TemplateCategoryChange(
            String wabaId, String templateId, String name, String language, String category, String announced)
            implements WebhookEvent {}

    /** @param event THROUGHPUT_UPGRADE, ONBOARDING, … */
    record NumberQualityChange(String wabaId, String displayPhoneNumber, String event) implements WebhookEvent {}

    record NumberNameChange(String wabaId, String displayPhoneNumber, String decision, String verifiedName)
            implements WebhookEvent {}

    /** The portfolio's messaging limit. */
    record MessagingLimitChange(String wabaId, MessagingLimit limit) implements WebhookEvent {}

    /**
     * A restriction, a ban, a violation or other news of the account.
     *
     * @param json the whole of it, an object
     * @param at when Meta called for it first
     */
    record AccountChange(String wabaId, String event, String json, Instant at) implements WebhookEvent {}

    /**
     * A warning or a piece of advice from Meta.
     *
     * @param type Meta's word, such as INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED
     */
    record AccountAlert(String wabaId, String type, String severity, String status, String description)
            implements WebhookEvent {}

    /** Anything else: to be kept and acknowledged. */
    record UnknownEvent(String field, String json) implements WebhookEvent {}
}
