package io.tiercast.outside;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The kinds of providers: how each one speaks, and how the application is told of it. */
enum Played {
    META,
    CLOUD_API,
    HTTP,
    /** Its reports bring back nothing but its own id. */
    HTTP_BY_ID;

    private static final String CALLBACK_SECRET = "outside-callback-secret";
    private static final List<Integer> CODES = List.of(131000, 131009, 131021, 131026, 130429, 130472);

    Account account() {
        return OutsideShop.account("TIER_10K", ordinal());
    }

    Voice voice(Account account) {
        return switch (this) {
            case META -> MetaVoice.meta(account);
            case CLOUD_API ->
                new MetaVoice("/bsp/v3", "D360-API-KEY", account.accessToken(), "X-Bsp-Signature", "", CALLBACK_SECRET);
            case HTTP, HTTP_BY_ID ->
                new PlainVoice(account.phoneNumberId(), account.accessToken(), CALLBACK_SECRET, this == HTTP);
        };
    }

    /** The fields of the sender that are not Meta's own. */
    Map<String, ?> sender(String baseUrl) {
        return switch (this) {
            case META -> Map.of();
            case CLOUD_API -> Map.of("appSecret", CALLBACK_SECRET, "provider", cloudApi(baseUrl));
            case HTTP, HTTP_BY_ID -> Map.of("appSecret", CALLBACK_SECRET, "provider", http(baseUrl));
        };
    }

    boolean listsTemplates() {
        return this == META || this == CLOUD_API;
    }

    boolean bringsOurMarkBack() {
        return this != HTTP_BY_ID;
    }

    private static Map<String, ?> cloudApi(String baseUrl) {
        return Map.of(
                "type", "CLOUD_API",
                "baseUrl", baseUrl + "/bsp/v3",
                "header", "D360-API-KEY",
                "scheme", "",
                "callbacks", Map.of("type", "HMAC_SHA256", "name", "X-Bsp-Signature"));
    }

    private Map<String, ?> http(String baseUrl) {
        Map<String, Integer> codes = CODES.stream().collect(Collectors.toMap(code -> "E" + code, code -> code));
        return Map.of(
                "type", "HTTP",
                "send",
                        Map.of(
                                "url", baseUrl + "/api/send",
                                "headers", Map.of("X-Api-Key", "{{secret}}"),
                                "body",
                                        Map.of(
                                                "recipient", "{{toDigits}}",
                                                "reference", "{{callbackData}}",
                                                "content", "{{template}}")),
                "answer", Map.of("messageId", "/ticket", "errorCode", "/fault/code", "errorText", "/fault/text"),
                "errors", Map.of("codes", codes),
                "statuses", statuses(),
                "callbacks", Map.of("type", "HEADER", "name", "X-Callback-Token"),
                "number",
                        Map.of(
                                "displayPhoneNumber", "+91 22 5550 1111",
                                "throughputPerSecond", 20,
                                "messagingLimit", "TIER_10K"));
    }

    private Map<String, ?> statuses() {
        Map<String, Object> statuses = new HashMap<>(Map.of(
                "list", "/events",
                "messageId", "/ticket",
                "status", "/state",
                "words", Map.of("SUBMITTED", "SENT", "DELIVRD", "DELIVERED", "SEEN", "READ", "UNDELIV", "FAILED"),
                "at", "/when",
                "errorCode", "/why"));
        if (bringsOurMarkBack()) {
            statuses.put("callbackData", "/reference");
        }
        return statuses;
    }
}
