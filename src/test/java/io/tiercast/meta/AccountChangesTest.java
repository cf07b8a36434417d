package io.tiercast.meta;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tiercast.meta.WebhookEvent.AccountChange;
import io.tiercast.meta.WebhookEvent.MessagingLimitChange;
import io.tiercast.meta.WebhookEvent.NumberNameChange;
import io.tiercast.meta.WebhookEvent.NumberQualityChange;
import io.tiercast.meta.WebhookEvent.TemplateCategoryChange;
import io.tiercast.meta.WebhookEvent.TemplateQualityChange;
import io.tiercast.meta.WebhookEvent.TemplateStatusChange;
import io.tiercast.meta.WebhookEvent.UnknownEvent;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AccountChangesTest {

    private static final String NAMED =
            "\"message_template_id\":12,\"message_template_name\":\"promo\",\"message_template_language\":\"pt-BR\"";

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(
                        "message_template_status_update",
                        "{\"event\":\"PAUSED\",\"reason\":\"NONE\",\"other_info\":{\"title\":\"FIRST_PAUSE\"}," + NAMED
                                + "}",
                        new TemplateStatusChange(
                                "9", "12", "promo", "pt_BR", "PAUSED", null, "FIRST_PAUSE", "FIRST_PAUSE")),
                Arguments.of(
                        "message_template_status_update",
                        "{\"event\":\"REJECTED\",\"reason\":\"SCAM\",\"rejection_info\":{\"reason\":\"why\"}," + NAMED
                                + "}",
                        new TemplateStatusChange("9", "12", "promo", "pt_BR", "REJECTED", "SCAM", null, "why")),
                Arguments.of(
                        "message_template_status_update",
                        "{\"previous_quality_score\":\"GREEN\",\"new_quality_score\":\"RED\"," + NAMED + "}",
                        new TemplateQualityChange("9", "12", "promo", "pt_BR", "GREEN", "RED")),
                Arguments.of(
                        "message_template_quality_update",
                        "{\"previous_quality_score\":\"GREEN\",\"new_quality_score\":\"YELLOW\"," + NAMED + "}",
                        new TemplateQualityChange("9", "12", "promo", "pt_BR", "GREEN", "YELLOW")),
                Arguments.of(
                        "template_category_update",
                        "{\"new_category\":\"UTILITY\",\"correct_category\":\"MARKETING\"," + NAMED + "}",
                        new TemplateCategoryChange("9", "12", "promo", "pt_BR", "UTILITY", "MARKETING")),
                Arguments.of(
                        "template_category_update",
                        "{\"previous_category\":\"UTILITY\",\"new_category\":\"MARKETING\"," + NAMED + "}",
                        new TemplateCategoryChange("9", "12", "promo", "pt_BR", "MARKETING", null)),
                Arguments.of(
                        "phone_number_quality_update",
                        "{\"display_phone_number\":\"1555\",\"event\":\"THROUGHPUT_UPGRADE\"}",
                        new NumberQualityChange("9", "1555", "THROUGHPUT_UPGRADE")),
                Arguments.of(
                        "phone_number_name_update",
                        "{\"display_phone_number\":\"1555\",\"decision\":\"APPROVED\",\"requested_verified_name\":\"Acme\"}",
                        new NumberNameChange("9", "1555", "APPROVED", "Acme")),
                Arguments.of("business_capability_update", limit("\"TIER_10K\""), limited(10_000)),
                Arguments.of("business_capability_update", limit("2000"), limited(2000)),
                Arguments.of("business_capability_update", limit("\"UNLIMITED\""), limited(null)),
                Arguments.of("business_capability_update", "{\"max_daily_conversation_per_phone\":-1}", limited(null)),
                Arguments.of(
                        "business_capability_update",
                        "{\"max_phone_numbers_per_waba\":25}",
                        new UnknownEvent("business_capability_update", "{\"max_phone_numbers_per_waba\":25}")),
                Arguments.of(
                        "account_update",
                        "{\"event\":\"ACCOUNT_RESTRICTION\",\"restriction_info\":[]}",
                        new AccountChange(
                                "9",
                                "ACCOUNT_RESTRICTION",
                                "{\"event\":\"ACCOUNT_RESTRICTION\",\"restriction_info\":[]}",
                                Instant.ofEpochSecond(1790000300))),
                Arguments.of("smb_news", "{\"a\":[1]}", new UnknownEvent("smb_news", "{\"a\":[1]}")));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void eachFieldBecomesOneEvent(String field, String value, WebhookEvent expected) {
        String body = "{\"entry\":[{\"id\":9,\"time\":1790000300,\"changes\":[{\"field\":\"%s\",\"value\":%s}]}]}"
                .formatted(field, value);
        assertEquals(expected, WebhookPayload.parse(body.getBytes(UTF_8)).get(0));
    }

    private static String limit(String figure) {
        return "{\"max_daily_conversations_per_business\":" + figure + "}";
    }

    private static MessagingLimitChange limited(Integer recipients) {
        return new MessagingLimitChange("9", new MessagingLimit(recipients));
    }
}
