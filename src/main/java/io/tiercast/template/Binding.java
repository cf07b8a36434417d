package io.tiercast.template;

import io.tiercast.sql.Selection;
import io.tiercast.template.VariableValue.Format;
import io.tiercast.template.VariableValue.FormatType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a variable's source into an SQL expression over a contact {@code c}, so that an audience is bound in one statement. */
public final class Binding {

    private static final String LOCALE = "locale_of(c.language, c.country)";
    private static final String ATTRIBUTE = "contact.attributes.";
    private static final String RECIPIENT = "recipient.";

    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("contact.name", "c.name"),
            Map.entry("contact.phone", "c.phone"),
            Map.entry("contact.country", "c.country"),
            Map.entry("contact.language", "c.language"),
            Map.entry("contact.timezone", "c.timezone"),
            Map.entry("contact.externalId", "c.external_id"),
            Map.entry("contact.consent.marketing", "c.marketing_consent"),
            Map.entry("contact.createdAt", date("c.created_at")),
            Map.entry("contact.lastInboundAt", date("c.last_inbound_at")));

    private Binding() {}

    /** Why this cannot be bound to a variable of the kind; empty: it can. */
    public static Optional<String> problem(VariableValue source, VariableKind kind) {
        if ((source.value() == null) == (source.path() == null)) {
            return Optional.of("needs either a value or a path");
        }
        if (source.path() != null && !known(source.path())) {
            return Optional.of("There is no path " + source.path());
        }
        if (source.format() != null
                && (source.format().type() == FormatType.CURRENCY)
                        != (source.format().currency() != null)) {
            return Optional.of("needs a currency for the format CURRENCY, and only there");
        }
        String fixed = source.path() == null ? source.value() : source.fallback();
        return fixed == null ? Optional.empty() : ValueCheck.problem(kind, fixed);
    }

    /** For people who brought nothing of their own. */
    public static Selection expression(VariableValue source, VariableKind kind) {
        return expression(source, kind, Selection.of("null::jsonb"));
    }

    /**
     * The text for a contact as Meta wants it; null where the contact has none that fits and there is no fallback.
     *
     * @param brought an expression over contact {@code c}: the values that it brought of its own, as JSON
     */
    public static Selection expression(VariableValue source, VariableKind kind, Selection brought) {
        if (source.path() == null) {
            return ValueShape.of(kind, formatted(Selection.of("?::text", source.value()), source.format()));
        }
        Selection found = found(source.path(), brought);
        Selection text = around("nullif(btrim(", formatted(found, source.format()), "), '')");
        return orFallback(ValueShape.of(kind, text), ValueShape.of(kind, Selection.of("?::text", source.fallback())));
    }

    private static Selection found(String path, Selection brought) {
        if (path.startsWith(RECIPIENT)) {
            return and(around("", brought, " ->> ?::text"), path.substring(RECIPIENT.length()));
        }
        return path.startsWith(ATTRIBUTE)
                ? Selection.of("c.attributes ->> ?::text", path.substring(ATTRIBUTE.length()))
                : Selection.of(COLUMNS.get(path));
    }

    private static Selection formatted(Selection text, Format format) {
        if (format == null) {
            return text;
        }
        return switch (format.type()) {
            case DATE -> around("format_date(", text, ", c.timezone, " + LOCALE + ")");
            case NUMBER -> around("format_number(", text, ", null, " + LOCALE + ")");
            case CURRENCY -> and(around("format_currency(", text, ", ?::text, " + LOCALE + ")"), format.currency());
        };
    }

    private static Selection around(String before, Selection text, String after) {
        return new Selection(before + text.sql() + after, text.arguments());
    }

    private static Selection orFallback(Selection text, Selection fallback) {
        List<Object> arguments = new ArrayList<>(text.arguments());
        arguments.addAll(fallback.arguments());
        return new Selection("coalesce(" + text.sql() + ", " + fallback.sql() + ")", arguments);
    }

    /** With one argument more. */
    private static Selection and(Selection text, Object argument) {
        List<Object> arguments = new ArrayList<>(text.arguments());
        arguments.add(argument);
        return new Selection(text.sql(), arguments);
    }

    private static boolean known(String path) {
        return COLUMNS.containsKey(path) || isBelow(ATTRIBUTE, path) || isBelow(RECIPIENT, path);
    }

    private static boolean isBelow(String prefix, String path) {
        return path.startsWith(prefix) && path.length() > prefix.length();
    }

    private static String date(String column) {
        return "to_char(" + column + " at time zone 'UTC', 'YYYY-MM-DD')";
    }
}
