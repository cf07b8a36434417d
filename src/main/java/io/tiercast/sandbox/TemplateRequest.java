package io.tiercast.sandbox;

import io.vertx.core.json.JsonObject;

/**
 * A change of templates.
 *
 * @param id the account, or the template to edit
 * @param name what to delete; else null
 * @param templateId which language of it to delete; null: all
 */
record TemplateRequest(String id, String name, String templateId, JsonObject body) {}
