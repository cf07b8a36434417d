package io.tiercast.template;

import io.smallrye.mutiny.Uni;
import io.tiercast.problem.Problems;
import io.tiercast.sql.Sql;
import io.tiercast.sql.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shows what one recipient would read. The values come from the same expressions as a campaign's. */
@ApplicationScoped
public class TemplatePreview {

    private final Templates templates;
    private final Sql sql;

    public TemplatePreview(Templates templates, Sql sql) {
        this.templates = templates;
        this.sql = sql;
    }

    public Uni<PreviewView> preview(long id, PreviewTemplate request) {
        return templates
                .get(id)
                .chain(template -> values(template, request)
                        .map(values -> PreviewView.of(TemplateContent.of(template.components()), values)));
    }

    private Uni<Map<String, String>> values(Template template, PreviewTemplate request) {
        Map<String, VariableKind> kinds = new HashMap<>();
        template.variables().forEach(variable -> kinds.put(variable.key(), variable.kind()));
        request.variables().forEach((key, source) -> refuseProblem(key, source, kind(kinds, key)));
        List<String> keys = new ArrayList<>(request.variables().keySet());
        Statement statement = new Statement().add("select array[");
        for (int i = 0; i < keys.size(); i++) {
            statement
                    .add(i == 0 ? "" : ", ")
                    .add(Binding.expression(request.variables().get(keys.get(i)), kind(kinds, keys.get(i))));
        }
        statement.add("]::text[] as texts from (select ?::bigint as wanted) w", request.contactId());
        statement.add(" left join contact c on c.id = w.wanted where w.wanted is null or c.id is not null");
        return sql.first(statement.text(), row -> row.getArrayOfStrings("texts"), statement.arguments())
                .onItem()
                .ifNull()
                .failWith(() -> Problems.invalid("contactId", "There is no contact " + request.contactId()))
                .map(texts -> byKey(keys, texts));
    }

    /** What the template does not have is not shown; it may hold anything. */
    private static VariableKind kind(Map<String, VariableKind> kinds, String key) {
        return kinds.getOrDefault(key, VariableKind.TEXT);
    }

    private static void refuseProblem(String key, VariableValue source, VariableKind kind) {
        Binding.problem(source, kind).ifPresent(problem -> {
            throw Problems.invalid("variables." + key, problem);
        });
    }

    private static Map<String, String> byKey(List<String> keys, String[] texts) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            if (texts[i] != null) {
                values.put(keys.get(i), texts[i]);
            }
        }
        return values;
    }
}
