package io.tiercast.campaign;

import java.util.Map;

/**
 * A recipient that brought values of its own.
 *
 * @param values by column, as text
 */
public record RecipientValuesView(long contactId, String phone, String name, Map<String, Object> values) {}
