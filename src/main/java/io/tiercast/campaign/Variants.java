package io.tiercast.campaign;

import io.tiercast.campaign.Readiness.Parts;
import io.tiercast.message.TextLimit;
import io.tiercast.message.Variant;
import io.tiercast.sql.Selection;
import io.tiercast.template.CompiledTemplate;
import io.tiercast.template.LimitedText;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The content of a campaign as the variants that its audience is bound to. */
final class Variants {

    // A contact's language may be written hi, hi_IN or hi-IN; an entry for hi is for all of them.
    private static final String SPEAKS = """
            exists (select from unnest(?::text[]) as wanted
              where lower(replace(c.language, '-', '_')) = wanted or starts_with(lower(replace(c.language, '-', '_')), wanted || '_'))
            """;

    private Variants() {}

    static List<CompiledTemplate> compiled(Parts parts) {
        return each(
                parts,
                i -> parts.templates()
                        .get(i)
                        .compile(
                                parts.bindings(i).mapped().keySet(),
                                parts.bindings(i).shown()));
    }

    /** How the files are called that everybody gets. */
    static Set<String> shown(Parts parts) {
        return each(parts, i -> parts.bindings(i).shown().values()).stream()
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
    }

    /** Expressions over {@code contact c} for the files that depend on the contact. */
    static List<Selection> mediaOfPeople(Parts parts) {
        return each(parts, i -> parts.bindings(i).mediaOfPeople()).stream()
                .flatMap(Collection::stream)
                .toList();
    }

    /** With the parameters in the order of the slots. */
    static List<Variant> of(Parts parts, List<CompiledTemplate> compiled) {
        return each(parts, i -> variant(parts, i, compiled.get(i).slots()));
    }

    /** With the parameters in the order of the variables that are mapped; empty if the mapping has faults. */
    static List<Variant> mapped(Parts parts) {
        boolean sound = IntStream.range(0, parts.templates().size())
                .allMatch(i -> parts.templates().get(i) != null
                        && parts.bindings(i).faults().isEmpty());
        return sound ? each(parts, i -> variant(parts, i, parts.bindings(i).keys())) : List.of();
    }

    private static Variant variant(Parts parts, int index, List<String> keys) {
        List<TextLimit> limits = parts.templates().get(index).limitedTexts().stream()
                .map(text -> limit(text, keys))
                .toList();
        return new Variant(when(parts, index), parts.bindings(index).expressions(keys), limits);
    }

    private static TextLimit limit(LimitedText text, List<String> keys) {
        Map<Integer, Integer> times = new TreeMap<>();
        text.times().forEach((key, n) -> times.put(keys.indexOf(key), n));
        return new TextLimit(times, text.room());
    }

    private static <T> List<T> each(Parts parts, IntFunction<T> entry) {
        return IntStream.range(0, parts.templates().size()).mapToObj(entry).toList();
    }

    private static Selection when(Parts parts, int index) {
        Plan.When when = parts.plan().content().get(index).when();
        return when == null
                ? null
                : Selection.of(SPEAKS, (Object) when.languages().stream()
                        .map(language -> language.toLowerCase(Locale.ROOT).replace('-', '_'))
                        .toArray(String[]::new));
    }
}
