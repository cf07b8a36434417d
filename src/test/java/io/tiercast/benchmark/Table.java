package io.tiercast.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table of the page: its first column is text, the others are figures. */
final class Table {

    private final List<String> lines = new ArrayList<>();

    Table(String title, String... columns) {
        lines.add("");
        lines.add("**" + title + "**");
        lines.add("");
        add(List.of(columns));
        lines.add("| --- |" + " ---: |".repeat(columns.length - 1));
    }

    void row(String name, Object... figures) {
        List<String> cells = new ArrayList<>(List.of(name));
        for (Object figure : figures) {
            cells.add(text(figure));
        }
        add(cells);
        System.out.println(lines.get(lines.size() - 1));
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    private void add(List<String> cells) {
        lines.add("| " + String.join(" | ", cells) + " |");
    }

    private static String text(Object figure) {
        if (figure instanceof Double number) {
            return String.format(Locale.ROOT, number < 100 ? "%.1f" : "%,.0f", number);
        }
        return figure instanceof Number ? String.format(Locale.ROOT, "%,d", figure) : figure.toString();
    }
}
