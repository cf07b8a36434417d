package io.tiercast.message;

import io.tiercast.sql.Selection;
import java.util.List;

/**
 * One of the texts of a campaign.
 *
 * @param when a condition over contact {@code c} for whom it is meant; null: for all that no other is meant for
 * @param params an expression over contact {@code c} for each slot of its template; null is a missing variable
 * @param limits whoever would get a text longer than Meta takes is skipped
 */
public record Variant(Selection when, List<Selection> params, List<TextLimit> limits) {}
