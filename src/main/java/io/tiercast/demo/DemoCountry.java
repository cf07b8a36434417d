package io.tiercast.demo;

import java.util.List;

/**
 * How the people of one country are made up.
 *
 * @param prefix of telephone numbers kept for fiction; in India, which keeps none, of numbers nobody is given
 * @param digits how many follow the prefix, counted up from {@code from}
 */
record DemoCountry(
        int count,
        String prefix,
        int from,
        int digits,
        String timezone,
        List<String> languages,
        List<String> cities,
        List<String> first,
        List<String> last) {

    String phone(int i) {
        return prefix + String.format("%0" + digits + "d", from + i);
    }

    String name(int i) {
        return turn(first, i) + " " + turn(last, i);
    }

    String city(int i) {
        return turn(cities, i);
    }

    String language(int i) {
        return turn(languages, i);
    }

    private static String turn(List<String> list, int i) {
        return list.get(i % list.size());
    }
}
