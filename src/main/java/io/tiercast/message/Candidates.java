package io.tiercast.message;

import io.tiercast.sql.Selection;
import java.util.List;

/**
 * Who may be in an audience, and what decides who of them gets a message.
 *
 * @param category Meta's category of the template; decides which consent is needed
 * @param included selections of {@code contact_id}; the audience is their union
 * @param excluded selections of {@code contact_id}; those found in the audience are skipped
 * @param variants the texts; where there are none, nobody is skipped for a missing variable
 */
public record Candidates(String category, List<Selection> included, List<Selection> excluded, List<Variant> variants) {}
