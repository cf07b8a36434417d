package io.tiercast.campaign;

import io.tiercast.campaign.BroughtView.RejectedRow;
import io.tiercast.phone.Phone;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Some recipients with their values, checked row by row. Of a phone that comes twice the last row counts. */
final class RecipientBatch {

    private static final int LONGEST_VALUE = 2_000;

    private record Brought(String country, String fields) {}

    private final List<String> columns;
    private final String defaultCountry;
    private final SortedMap<String, Brought> byPhone = new TreeMap<>();
    private final List<RejectedRow> rejections = new ArrayList<>();
    private int rows;

    /** @param defaultCountry ISO 3166 alpha-2, for phones without a country code; null to accept only international ones */
    RecipientBatch(List<String> columns, String defaultCountry) {
        this.columns = columns;
        this.defaultCountry = defaultCountry;
    }

    /** Objects of a request: the phone, and single values under the names of their columns. */
    static RecipientBatch of(List<Map<String, Object>> objects, String defaultCountry) {
        Set<String> names = new LinkedHashSet<>();
        objects.forEach(object -> names.addAll(object.keySet()));
        RecipientBatch batch = new RecipientBatch(RecipientColumns.brought(names), defaultCountry);
        for (int i = 0; i < objects.size(); i++) {
            batch.addObject(i, objects.get(i));
        }
        return batch;
    }

    private void addObject(int index, Map<String, Object> object) {
        Map<String, String> values = new HashMap<>();
        for (Map.Entry<String, Object> entry : object.entrySet()) {
            if (entry.getValue() instanceof Map || entry.getValue() instanceof List) {
                reject(index, entry.getKey() + ": must be a text, a number or a boolean", null);
                return;
            }
            values.put(entry.getKey(), Objects.toString(entry.getValue(), null));
        }
        add(index, values.remove(RecipientColumns.PHONE), values);
    }

    /** @param values by column; what is null or blank counts as missing */
    void add(long row, String phone, Map<String, String> values) {
        Optional<Phone> parsed = phone == null ? Optional.empty() : Phone.parse(phone, defaultCountry);
        Optional<String> fault = fault(values);
        if (parsed.isEmpty()) {
            reject(row, "phone: is no phone number with + and its country code", phone);
        } else if (fault.isPresent()) {
            reject(row, fault.get(), phone);
        } else {
            rows++;
            byPhone.put(parsed.get().e164(), new Brought(parsed.get().country(), fields(values)));
        }
    }

    void reject(long row, String reason, String value) {
        rejections.add(RejectedRow.of(row, reason, value));
    }

    int size() {
        return rows + rejections.size();
    }

    /** Distinct and sorted. */
    String[] phones() {
        return byPhone.keySet().toArray(String[]::new);
    }

    String[] countries() {
        return byPhone.values().stream().map(Brought::country).toArray(String[]::new);
    }

    /** The values of each phone as JSON, in the order of the phones. */
    String[] fields() {
        return byPhone.values().stream().map(Brought::fields).toArray(String[]::new);
    }

    String[] columns() {
        return columns.toArray(String[]::new);
    }

    List<RejectedRow> rejections() {
        return rejections;
    }

    /** Rows that a later one has replaced. */
    int doubled() {
        return rows - byPhone.size();
    }

    private static Optional<String> fault(Map<String, String> values) {
        return values.entrySet().stream()
                .filter(entry -> entry.getValue() != null && !isStorable(entry.getValue()))
                .findFirst()
                .map(entry -> entry.getKey() + ": has more than 2,000 characters, or one that no text has");
    }

    private static boolean isStorable(String value) {
        return value.length() <= LONGEST_VALUE && value.indexOf('\0') < 0;
    }

    private static String fields(Map<String, String> values) {
        JsonObject fields = new JsonObject();
        values.forEach((column, value) -> {
            if (value != null && !value.isBlank()) {
                fields.put(column, value.strip());
            }
        });
        return fields.encode();
    }
}
