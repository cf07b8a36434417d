package io.tiercast.sandbox;

import io.vertx.core.json.JsonObject;

/**
 * A template as the business submitted it, read once for quick checks.
 *
 * @param source as the template list shows it
 */
record ApprovedTemplate(
        String name, String language, String category, String status, boolean named, Layout layout, JsonObject source) {

    static ApprovedTemplate of(JsonObject source) {
        return new ApprovedTemplate(
                source.getString("name"),
                source.getString("language"),
                source.getString("category"),
                source.getString("status"),
                "NAMED".equals(source.getString("parameter_format")),
                Layout.of(source.getJsonArray("components")),
                source);
    }

    String id() {
        return source.getString("id");
    }

    boolean isMarketing() {
        return category.equals("MARKETING");
    }

    boolean isAuthentication() {
        return category.equals("AUTHENTICATION");
    }
}
