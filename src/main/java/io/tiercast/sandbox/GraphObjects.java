package io.tiercast.sandbox;

import io.tiercast.sandbox.SandboxAccount.Number;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What can be read of the sandbox's business: its account, its numbers and its templates. */
@ApplicationScoped
class GraphObjects {

    private static final List<String> NUMBER_FIELDS =
            List.of("id", "display_phone_number", "verified_name", "quality_rating");
    private static final List<String> ACCOUNT_FIELDS = List.of("id", "name", "currency", "timezone_id");
    private static final List<String> TEMPLATE_FIELDS =
            List.of("id", "name", "language", "status", "category", "parameter_format", "components");

    private final Setup setup;
    private final TemplateDesk desk;
    private final MediaDesk media;

    GraphObjects(Setup setup, TemplateDesk desk, MediaDesk media) {
        this.setup = setup;
        this.desk = desk;
        this.media = media;
    }

    JsonObject object(GraphQuery query) {
        if (query.id().equals(SandboxAccount.WABA_ID)) {
            return query.pick(account(), ACCOUNT_FIELDS);
        }
        return SandboxAccount.number(query.id())
                .map(number -> query.pick(number(number), NUMBER_FIELDS))
                .or(() -> media.describe(query.id()))
                .orElseGet(() -> template(query));
    }

    JsonObject phoneNumbers(GraphQuery query) {
        checkAccount(query);
        List<JsonObject> all = SandboxAccount.NUMBERS.stream().map(this::number).toList();
        return GraphPage.of(all, query, NUMBER_FIELDS);
    }

    JsonObject templates(GraphQuery query) {
        checkAccount(query);
        List<JsonObject> all = desk.catalogue().templates().stream()
                .map(ApprovedTemplate::source)
                .filter(template -> matches(query, template))
                .toList();
        return GraphPage.of(all, query, TEMPLATE_FIELDS);
    }

    private JsonObject template(GraphQuery query) {
        return desk.catalogue().templates().stream()
                .map(ApprovedTemplate::source)
                .filter(template -> template.getString("id").equals(query.id()))
                .findFirst()
                .map(template -> query.pick(template, TEMPLATE_FIELDS))
                .orElseThrow(() -> Refusal.noSuchObject(query.id()));
    }

    private static void checkAccount(GraphQuery query) {
        if (!query.id().equals(SandboxAccount.WABA_ID)) {
            throw Refusal.noSuchObject(query.id());
        }
    }

    private static boolean matches(GraphQuery query, JsonObject template) {
        return (query.name() == null || template.getString("name").contains(query.name()))
                && (query.status() == null || template.getString("status").equals(query.status()))
                && (query.category() == null || template.getString("category").equals(query.category()))
                && (query.language() == null || template.getString("language").equals(query.language()));
    }

    private JsonObject account() {
        return new JsonObject()
                .put("id", SandboxAccount.WABA_ID)
                .put("name", "Tiercast Sandbox")
                .put("status", "ACTIVE")
                .put("currency", "USD")
                .put("timezone_id", "1")
                .put("country", "US")
                .put("account_review_status", "APPROVED")
                .put("business_verification_status", "verified")
                .put("ownership_type", "SELF")
                .put("message_template_namespace", "sandbox")
                .put("owner_business_info", business())
                .put("on_behalf_of_business_info", business())
                .put("whatsapp_business_manager_messaging_limit", tier())
                .put("marketing_messages_onboarding_status", "INELIGIBLE")
                .put("health_status", health());
    }

    private JsonObject number(Number number) {
        Integer throughput = setup.knobs().throughputPerSecond();
        return new JsonObject()
                .put("id", number.phoneNumberId())
                .put("display_phone_number", number.displayPhoneNumber())
                .put("verified_name", number.verifiedName())
                .put("status", "CONNECTED")
                .put("quality_rating", "GREEN")
                .put("name_status", "APPROVED")
                .put("code_verification_status", "VERIFIED")
                .put("platform_type", "CLOUD_API")
                .put("account_mode", "SANDBOX")
                .put("is_official_business_account", false)
                .put(
                        "throughput",
                        new JsonObject().put("level", throughput == null || throughput > 80 ? "HIGH" : "STANDARD"))
                .put("whatsapp_business_manager_messaging_limit", tier())
                .put("health_status", health());
    }

    private static JsonObject business() {
        return new JsonObject().put("id", SandboxAccount.PORTFOLIO_ID).put("name", "Tiercast Sandbox Inc.");
    }

    private static JsonObject health() {
        return new JsonObject().put("can_send_message", "AVAILABLE").put("entities", new JsonArray());
    }

    private String tier() {
        Integer limit = setup.knobs().messagingLimit();
        if (limit == null) {
            return "TIER_UNLIMITED";
        }
        return "TIER_" + (limit < 1_000 ? limit.toString() : limit / 1_000 + "K");
    }
}
