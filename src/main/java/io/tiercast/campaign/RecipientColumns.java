package io.tiercast.campaign;

import io.tiercast.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The columns of recipients that bring their own values: the phone, and the names of what they bring. */
final class RecipientColumns {

    static final String PHONE = "phone";

    private static final int MOST = 100;
    private static final int LONGEST = 100;

    private RecipientColumns() {}

    /** The names of a header, the phone's in small letters. Fails with 422 if they cannot be told apart. */
    static List<String> ofHeader(List<String> header) {
        List<String> names = header.stream().map(RecipientColumns::name).toList();
        if (!names.contains(PHONE)) {
            throw unreadable("The first line names no column \"phone\"");
        }
        Set<String> seen = new LinkedHashSet<>();
        for (String name : names) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw unreadable("The first line names the column \"" + name + "\" twice");
            }
        }
        brought(seen);
        return names;
    }

    /** What is brought besides the phone. Fails with 422 where it is too much. */
    static List<String> brought(Set<String> names) {
        List<String> brought = new ArrayList<>(names);
        brought.remove(PHONE);
        if (brought.size() > MOST) {
            throw unreadable("There may be at most " + MOST + " columns besides the phone");
        }
        brought.stream()
                .filter(name -> name.length() > LONGEST || name.isBlank())
                .findFirst()
                .ifPresent(name -> {
                    throw unreadable("The name of a column must have 1 to " + LONGEST + " characters");
                });
        return brought;
    }

    private static String name(String given) {
        String trimmed = given.strip();
        return trimmed.toLowerCase(Locale.ROOT).equals(PHONE) ? PHONE : trimmed;
    }

    private static RuntimeException unreadable(String why) {
        return Problems.invalid("unreadable-recipients", why, List.of());
    }
}
