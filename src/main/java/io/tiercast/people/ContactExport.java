package io.tiercast.people;

import io.smallrye.mutiny.Multi;
import io.tiercast.contact.AttributeKeys;
import io.tiercast.contact.ContactView;
import io.tiercast.contact.Contacts;
import io.tiercast.csv.CsvText;
import io.tiercast.sql.Selection;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes contacts as the CSV that an import reads, page by page: no page holds the database up, none waits in memory. */
@ApplicationScoped
class ContactExport {

    private static final int PAGE = 1_000;

    private final Contacts contacts;
    private final AttributeKeys attributes;

    ContactExport(Contacts contacts, AttributeKeys attributes) {
        this.contacts = contacts;
        this.attributes = attributes;
    }

    Multi<String> csv(Selection condition) {
        return attributes.keys().onItem().transformToMulti(keys -> csv(condition, keys));
    }

    private Multi<String> csv(Selection condition, List<String> keys) {
        Multi<String> header = Multi.createFrom().item(CsvText.of(List.of(header(keys))));
        return Multi.createBy()
                .concatenating()
                .streams(header, pages(condition).map(page -> CsvText.of(lines(page, keys))));
    }

    private Multi<List<ContactView>> pages(Selection condition) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicLong(Long.MAX_VALUE),
                        beforeId -> contacts.newestFirst(condition, beforeId.get(), PAGE)
                                .invoke(page -> page.forEach(contact -> beforeId.set(contact.id()))))
                .until(List::isEmpty);
    }

    private static List<String> header(List<String> keys) {
        Stream<String> columns = keys.stream().map(ContactExport::column);
        return Stream.concat(CsvColumns.OWN.stream(), columns).toList();
    }

    private static String column(String key) {
        boolean taken = CsvColumns.OWN.contains(key.toLowerCase(Locale.ROOT)) || key.startsWith(CsvColumns.ATTRIBUTE);
        return taken ? CsvColumns.ATTRIBUTE + key : key;
    }

    private static List<List<String>> lines(List<ContactView> contacts, List<String> keys) {
        return contacts.stream().map(contact -> line(contact, keys)).toList();
    }

    private static List<String> line(ContactView contact, List<String> keys) {
        List<String> cells = new ArrayList<>();
        cells.add(contact.phone());
        cells.add(contact.name());
        cells.add(String.join(";", contact.tags()));
        cells.add(contact.language());
        cells.add(contact.timezone());
        cells.add(contact.externalId());
        keys.forEach(key -> cells.add(cell(contact.attributes().get(key))));
        return cells;
    }

    private static String cell(Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof Double number) {
            return BigDecimal.valueOf(number).toPlainString();
        }
        return value instanceof Collection<?> list
                ? list.stream().map(Object::toString).collect(Collectors.joining(";"))
                : value.toString();
    }
}
