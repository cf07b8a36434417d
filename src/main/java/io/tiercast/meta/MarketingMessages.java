package io.tiercast.meta;

/** Whether marketing goes through Meta's Marketing Messages API, and what happens while the business is not admitted to it. */
public enum MarketingMessages {
    /** Like all other messages. */
    OFF(null),
    /** Meta sends it the ordinary way then. */
    FALLBACK("CLOUD_API_FALLBACK"),
    /** Meta refuses it then. */
    STRICT("STRICT");

    private final String policy;

    MarketingMessages(String policy) {
        this.policy = policy;
    }

    /** For a template of this category: the interface takes no other than marketing. */
    public MarketingMessages of(String category) {
        return category.equals("MARKETING") ? this : OFF;
    }

    /** Below the number. */
    public String path() {
        return this == OFF ? "/messages" : "/marketing_messages";
    }

    /** A field of the request with its comma; empty for the ordinary way. */
    String json() {
        return this == OFF ? "" : ",\"product_policy\":\"" + policy + "\"";
    }
}
