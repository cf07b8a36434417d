package io.tiercast.template.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Texts with variables. */
final class TextRules {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Pattern GOOD_NAME = Pattern.compile("[1-9][0-9]*|[a-z][a-z0-9_]*");
    private static final Pattern NEIGHBOURS = Pattern.compile("}}\\s*\\{\\{");
    private static final Pattern MARKDOWN = Pattern.compile("[*~`]|\\b_\\S.*_\\b|[\\r\\n]");

    private static final int HEADER = 60;
    private static final int FOOTER = 60;

    private TextRules() {}

    /** The names in order, each as often as it is there. */
    static List<String> variables(String text) {
        return VARIABLE.matcher(text)
                .results()
                .map(match -> match.group(1).strip())
                .toList();
    }

    static boolean isNumber(String name) {
        return !name.isEmpty() && name.chars().allMatch(Character::isDigit);
    }

    static void header(Faults faults, String at, JsonNode component) {
        String text = component.path("text").asText("");
        length(faults, at + ".text", text, HEADER);
        faults.unless(variables(text).size() <= 1, at + ".text", "may have one variable at most");
        faults.unless(
                !MARKDOWN.matcher(VARIABLE.matcher(text).replaceAll("x")).find(),
                at + ".text",
                "must be without formatting and line breaks");
        if (names(faults, at, text)) {
            examples(faults, at, component, "header", text);
        }
    }

    static void body(Faults faults, String at, JsonNode component, int longest) {
        String text = component.path("text").asText("");
        length(faults, at + ".text", text, longest);
        String stripped = text.strip();
        faults.unless(
                !stripped.startsWith("{{") && !stripped.endsWith("}}"),
                at + ".text",
                "must not begin or end with a variable");
        faults.unless(!NEIGHBOURS.matcher(text).find(), at + ".text", "needs words between two variables");
        if (names(faults, at, text)) {
            examples(faults, at, component, "body", text);
        }
    }

    static void footer(Faults faults, String at, JsonNode component) {
        String text = component.path("text").asText("");
        length(faults, at + ".text", text, FOOTER);
        faults.unless(!text.contains("{{"), at + ".text", "must not have variables");
    }

    static void length(Faults faults, String field, String text, int longest) {
        faults.unless(!text.isBlank() && text.length() <= longest, field, "must have 1 to " + longest + " characters");
    }

    /** Whether all of them are well-formed. */
    private static boolean names(Faults faults, String at, String text) {
        List<String> names = variables(text);
        boolean good = names.stream().allMatch(name -> GOOD_NAME.matcher(name).matches());
        boolean whole = text.split("\\{\\{", -1).length - 1 == names.size();
        faults.unless(
                good && whole,
                at + ".text",
                "variables are {{1}}, {{2}} … or small letters, digits and underscores in double braces");
        long numbers = names.stream().filter(TextRules::isNumber).distinct().count();
        boolean sequential =
                IntStream.rangeClosed(1, (int) numbers).allMatch(number -> names.contains(Integer.toString(number)));
        faults.unless(sequential, at + ".text", "variables must count up from {{1}}");
        return good && whole && sequential;
    }

    private static void examples(Faults faults, String at, JsonNode component, String place, String text) {
        List<String> names = variables(text).stream().distinct().toList();
        if (names.isEmpty()) {
            return;
        }
        JsonNode example = component.path("example");
        boolean numbered = names.stream().allMatch(TextRules::isNumber);
        String field = at + ".example." + place + (numbered ? "_text" : "_text_named_params");
        JsonNode given = example.path(place + (numbered ? "_text" : "_text_named_params"));
        boolean complete = numbered
                ? filled(place.equals("body") ? given.path(0) : given) >= names.size()
                : named(given).containsAll(names);
        faults.unless(complete, field, "needs an example for each variable");
    }

    private static int filled(JsonNode examples) {
        int filled = 0;
        for (JsonNode example : examples) {
            filled += example.asText("").isBlank() ? 0 : 1;
        }
        return filled;
    }

    private static HashSet<String> named(JsonNode examples) {
        HashSet<String> named = new HashSet<>();
        for (JsonNode example : examples) {
            if (!example.path("example").asText("").isBlank()) {
                named.add(example.path("param_name").asText());
            }
        }
        return named;
    }
}
