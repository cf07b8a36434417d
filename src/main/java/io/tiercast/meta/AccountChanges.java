package io.tiercast.meta;

import io.tiercast.meta.WebhookEvent.AccountChange;
import io.tiercast.meta.WebhookEvent.MessagingLimitChange;
import io.tiercast.meta.WebhookEvent.NumberNameChange;
import io.tiercast.meta.WebhookEvent.NumberQualityChange;
import io.tiercast.meta.WebhookEvent.TemplateCategoryChange;
import io.tiercast.meta.WebhookEvent.TemplateQualityChange;
import io.tiercast.meta.WebhookEvent.TemplateStatusChange;
import io.tiercast.meta.WebhookEvent.UnknownEvent;
import java.time.Instant;

/** The fields about templates, numbers and the account: one event each. */
final class AccountChanges {

    private AccountChanges() {}

    static WebhookEvent read(String wabaId, Instant at, String field, Lenient value, Lenient change) {
        return switch (field) {
            case "message_template_status_update" -> templateStatus(wabaId, value, change);
            case "message_template_quality_update" -> templateQuality(wabaId, value);
            case "template_category_update" -> templateCategory(wabaId, value);
            case "phone_number_quality_update" ->
                new NumberQualityChange(wabaId, value.text("display_phone_number"), value.text("event"));
            case "phone_number_name_update" ->
                new NumberNameChange(
                        wabaId,
                        value.text("display_phone_number"),
                        value.text("decision"),
                        value.text("requested_verified_name"));
            case "business_capability_update" -> capability(wabaId, value);
            case "account_alerts" -> alert(wabaId, value.at("alert_info"));
            case "account_update" -> new AccountChange(wabaId, value.text("event"), value.object(), at);
            default -> new UnknownEvent(field, value.json());
        };
    }

    /** For a while Meta sent quality changes under this name; and a rejection's reasons stand inside or outside of the value. */
    private static WebhookEvent templateStatus(String wabaId, Lenient value, Lenient change) {
        if (value.has("new_quality_score")) {
            return templateQuality(wabaId, value);
        }
        Lenient rejection = value.has("rejection_info") ? value.at("rejection_info") : change.at("rejection_info");
        String why = rejection.text("reason", "recommendation");
        String reason = value.text("reason");
        return new TemplateStatusChange(
                wabaId,
                value.text("message_template_id"),
                value.text("message_template_name"),
                language(value),
                value.text("event"),
                "NONE".equals(reason) ? null : reason,
                value.at("other_info").text("title"),
                why == null ? value.at("other_info").text("description", "title") : why);
    }

    private static TemplateQualityChange templateQuality(String wabaId, Lenient value) {
        return new TemplateQualityChange(
                wabaId,
                value.text("message_template_id"),
                value.text("message_template_name"),
                language(value),
                value.text("previous_quality_score"),
                value.text("new_quality_score"));
    }

    /** In the notice a day ahead, {@code new_category} is the present one and {@code correct_category} the coming one. */
    private static TemplateCategoryChange templateCategory(String wabaId, Lenient value) {
        return new TemplateCategoryChange(
                wabaId,
                value.text("message_template_id"),
                value.text("message_template_name"),
                language(value),
                value.text("new_category"),
                value.text("correct_category"));
    }

    private static WebhookEvent capability(String wabaId, Lenient value) {
        String limit = value.text("max_daily_conversations_per_business", "max_daily_conversation_per_phone");
        return limit == null
                ? new UnknownEvent("business_capability_update", value.json())
                : new MessagingLimitChange(wabaId, MessagingLimit.parse(limit));
    }

    private static WebhookEvent.AccountAlert alert(String wabaId, Lenient alert) {
        return new WebhookEvent.AccountAlert(
                wabaId,
                alert.text("alert_type"),
                alert.text("alert_severity"),
                alert.text("alert_status"),
                alert.text("alert_description"));
    }

    private static String language(Lenient value) {
        String language = value.text("message_template_language");
        return language == null ? null : language.replace('-', '_');
    }
}
