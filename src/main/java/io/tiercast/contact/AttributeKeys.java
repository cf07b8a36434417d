package io.tiercast.contact;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which attributes contacts have, so that nobody needs to read all contacts to know. */
@ApplicationScoped
public class AttributeKeys {

    /** Sorted by key: concurrent writers lock the same rows in the same order. A key of two types becomes text. */
    private static final String LEARN = """
            insert into contact_attribute as a (key, type, label)
            select * from unnest($1::text[], $2::text[], $3::text[])
            on conflict (key) do update set type = 'TEXT' where a.type <> excluded.type and a.type <> 'TEXT'
            """;

    private final Sql sql;

    AttributeKeys(Sql sql) {
        this.sql = sql;
    }

    Uni<List<AttributeView>> all() {
        return sql.rows("select key, type, label from contact_attribute order by key", AttributeKeys::view);
    }

    /** The keys of all attributes, in their order. */
    public Uni<List<String>> keys() {
        return sql.rows("select key from contact_attribute order by key", row -> row.getString("key"));
    }

    /** The types of all attributes, by their keys. */
    public Uni<Map<String, AttributeType>> types() {
        return all().map(all -> all.stream().collect(Collectors.toMap(AttributeView::key, AttributeView::type)));
    }

    Uni<Void> learnFrom(Map<String, Object> attributes) {
        return learnFrom(List.of(attributes));
    }

    Uni<Void> learnFrom(List<Map<String, Object>> contacts) {
        Map<String, AttributeType> types = new TreeMap<>();
        contacts.forEach(attributes -> attributes.forEach((key, value) ->
                types.merge(key, AttributeType.of(value).orElse(AttributeType.TEXT), AttributeType::or)));
        return learn(types);
    }

    /** @param types by the attribute's key */
    public Uni<Void> learn(Map<String, AttributeType> types) {
        if (types.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        TreeMap<String, AttributeType> sorted = new TreeMap<>(types);
        String[] keys = sorted.keySet().toArray(String[]::new);
        String[] names = sorted.values().stream().map(Enum::name).toArray(String[]::new);
        String[] labels = sorted.keySet().stream().map(AttributeKeys::label).toArray(String[]::new);
        return sql.run(LEARN, keys, names, labels).replaceWithVoid();
    }

    /** {@code home_city} and {@code homeCity} read as "Home city". */
    private static String label(String key) {
        String words = key.replaceAll("([a-z])([A-Z])", "$1 $2")
                .replaceAll("[_.-]+", " ")
                .trim();
        return words.isEmpty()
                ? key
                : words.substring(0, 1).toUpperCase() + words.substring(1).toLowerCase();
    }

    private static AttributeView view(Row row) {
        return new AttributeView(
                row.getString("key"), AttributeType.valueOf(row.getString("type")), row.getString("label"));
    }
}
