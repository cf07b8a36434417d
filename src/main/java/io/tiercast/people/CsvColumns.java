package io.tiercast.people;

import io.tiercast.contact.Consent;
import io.tiercast.contact.ContactCheck;
import io.tiercast.contact.CreateContact;
import io.tiercast.csv.FormulaGuard;
import io.tiercast.csv.UnreadableFile;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the columns of a file mean: the contact's own fields by name, every other one an attribute. */
final class CsvColumns {

    static final List<String> OWN = List.of("phone", "name", "tags", "language", "timezone", "external_id");

    /** An attribute that is called like one of the contact's own fields is written with this in front. */
    static final String ATTRIBUTE = "attributes.";

    private final List<String> names;
    private final String[] attributes;
    private final int phone;
    private final int name;
    private final int externalId;
    private final int language;
    private final int timezone;
    private final int tags;

    private CsvColumns(List<String> names) {
        this.names = names;
        this.attributes = names.stream().map(CsvColumns::attribute).toArray(String[]::new);
        this.phone = names.indexOf("phone");
        this.name = names.indexOf("name");
        this.externalId = names.indexOf("external_id");
        this.language = names.indexOf("language");
        this.timezone = names.indexOf("timezone");
        this.tags = names.indexOf("tags");
    }

    static CsvColumns of(List<String> header) {
        CsvColumns columns =
                new CsvColumns(header.stream().map(CsvColumns::name).toList());
        if (!columns.names.contains("phone")) {
            throw new UnreadableFile("The first line names no column \"phone\"");
        }
        Set<String> seen = new HashSet<>();
        columns.names.stream()
                .filter(name -> !name.isEmpty() && !seen.add(name))
                .forEach(name -> {
                    throw new UnreadableFile("The first line names the column \"" + name + "\" twice");
                });
        return columns;
    }

    private static String name(String given) {
        String trimmed = FormulaGuard.lift(given.trim());
        if (key(trimmed).length() > ContactCheck.LONGEST_KEY || trimmed.indexOf('\0') >= 0) {
            throw new UnreadableFile("The name of a column must have at most " + ContactCheck.LONGEST_KEY
                    + " characters, none of them NUL");
        }
        String lower = trimmed.toLowerCase(Locale.ROOT);
        return OWN.contains(lower) ? lower : trimmed;
    }

    /** The attribute of a column, or null if the column is none. */
    String attribute(int column) {
        return attributes[column];
    }

    private static String attribute(String name) {
        if (name.isEmpty() || OWN.contains(name)) {
            return null;
        }
        return key(name);
    }

    private static String key(String name) {
        return name.startsWith(ATTRIBUTE) ? name.substring(ATTRIBUTE.length()) : name;
    }

    int count() {
        return names.size();
    }

    boolean haveExternalId() {
        return externalId >= 0;
    }

    /** The value of a field by its name in a {@link CreateContact}. */
    String value(String field, List<String> cells) {
        String column = field.equals("externalId") ? "external_id" : field;
        String name = names.contains(column) ? column : column.replaceFirst("^attributes\\.", "");
        return cell(names.indexOf(name), cells);
    }

    CreateContact contact(List<String> cells, ColumnTypes types, Consent consent) {
        return new CreateContact(
                cell(phone, cells),
                text(cell(name, cells)),
                text(cell(externalId, cells)),
                cell(language, cells),
                cell(timezone, cells),
                attributes(cells, types),
                tags(cell(tags, cells)),
                consent);
    }

    private Map<String, Object> attributes(List<String> cells, ColumnTypes types) {
        Map<String, Object> found = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(cells.size(), names.size()); i++) {
            String cell = text(cells.get(i)).trim();
            if (attributes[i] != null && !cell.isBlank()) {
                found.put(attributes[i], types.value(i, cell));
            }
        }
        return found;
    }

    private static List<String> tags(String cell) {
        return cell == null || cell.isEmpty()
                ? List.of()
                : Arrays.asList(text(cell).split(";"));
    }

    private static String text(String cell) {
        return cell == null ? null : FormulaGuard.lift(cell);
    }

    private static String cell(int column, List<String> cells) {
        return column < 0 || column >= cells.size() ? null : cells.get(column);
    }
}
