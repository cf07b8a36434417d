package io.tiercast.people;

import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What identifies a person who is to be erased.
 *
 * @param contactId null: there is no contact of this phone
 * @param names all that Meta may call them: the phone with and without its plus, other numbers, user ids
 */
record ErasedPerson(Long contactId, String phone, String name, String externalId, List<String> names) {

    /** Enough of a phone to tell it however it is written, with or without its country. */
    private static final int TAIL = 9;

    /** A shorter name occurs in too much that is not about them. */
    private static final int SHORTEST_NAME = 3;

    static ErasedPerson of(Row row) {
        return new ErasedPerson(
                row.getLong("id"),
                row.getString("phone"),
                row.getString("name"),
                row.getString("external_id"),
                names(row.getString("phone"), row.getArrayOfStrings("names")));
    }

    static ErasedPerson stranger(String phone) {
        return new ErasedPerson(null, phone, null, null, names(phone, new String[0]));
    }

    private static List<String> names(String phone, String[] atMeta) {
        List<String> names = new ArrayList<>(List.of(phone, phone.substring(1)));
        names.addAll(Arrays.asList(atMeta));
        return names;
    }

    String lastDigits() {
        return phone.substring(Math.max(1, phone.length() - TAIL));
    }

    String tellingName() {
        return name == null || name.length() < SHORTEST_NAME ? null : name;
    }
}
