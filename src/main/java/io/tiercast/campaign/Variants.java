package io.tiercast.campaign;

import io.tiercast.campaign.Readiness.Parts;
import io.tiercast.message.Variant;
import io.tiercast.sql.Selection;
import io.tiercast.template.CompiledTemplate;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
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
                i -> parts.templates().get(i).compile(parts.bindings(i).mapped().keySet()));
    }

    /** With the parameters in the order of the slots. */
    static List<Variant> of(Parts parts, List<CompiledTemplate> compiled) {
        return each(
                parts,
                i -> new Variant(
                        when(parts, i),
                        parts.bindings(i).expressions(compiled.get(i).slots())));
    }

    /** With the parameters in the order of the variables that are mapped; empty if the mapping has faults. */
    static List<Variant> mapped(Parts parts) {
        boolean sound = IntStream.range(0, parts.templates().size())
                .allMatch(i -> parts.templates().get(i) != null
                        && parts.bindings(i).faults().isEmpty());
        return sound
                ? each(parts, i -> new Variant(when(parts, i), parts.bindings(i).expressions()))
                : List.of();
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
