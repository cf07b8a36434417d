package io.tiercast.contact;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;

/**
 * The list of those whom nobody may write to, contacts or not. Triggers keep {@code contact.suppressed} by it, so that a claim needs
 * not look here.
 */
@ApplicationScoped
public class Suppressions {

    private static final String PAGE = """
            select * from suppression where id < $1 and ($2::text is null or reason = $2) order by id desc limit $3
            """;

    private static final String OF_PHONE =
            "select * from suppression where phone_hash = phone_hash($1) and ($2::text is null or reason = $2)";

    // Whoever is listed already keeps the entry; it can only widen. Sorted, so that all write in one order.
    private static final String ADD = """
            insert into suppression as s (phone_hash, phone, scope, reason, source)
            select phone_hash(phone), phone, $2, $3, $4 from unnest($1::text[]) phone order by 1
            on conflict (phone_hash) do update set scope = case when 'ALL' in (s.scope, excluded.scope) then 'ALL' else s.scope end
            returning id, xmax = 0 as added
            """;

    private static final String LIFT_OPT_OUTS = """
            delete from suppression s using unnest($1::text[], $2::timestamptz[]) as said(phone, at)
            where s.reason = 'OPTED_OUT' and s.phone_hash = phone_hash(said.phone) and date_trunc('second', s.created_at) <= said.at
            """;

    private static final String REMEMBER_OPT_OUTS = """
            insert into suppression as s (phone_hash, phone, scope, reason, source, created_at)
            select phone_hash(phone), phone, 'MARKETING', 'OPTED_OUT', $3, at
            from unnest($1::text[], $2::timestamptz[]) as said(phone, at) order by 1
            on conflict (phone_hash) do update set created_at = excluded.created_at
            where s.reason = 'OPTED_OUT' and s.created_at < excluded.created_at
            """;

    /** @param added false if the phone was on the list before */
    record Entry(long id, boolean added) {}

    /**
     * A person said something of marketing.
     *
     * @param at when they said it
     */
    record Word(String phone, OffsetDateTime at) {}

    private final Sql sql;

    Suppressions(Sql sql) {
        this.sql = sql;
    }

    /** A page of the list, the newest first; a reason of null leaves nobody out. */
    Uni<List<SuppressionView>> newestFirst(SuppressionReason reason, long beforeId, int limit) {
        return sql.rows(PAGE, SuppressionView::of, beforeId, name(reason), limit);
    }

    /**
     * One or none; found even where only the hash of the phone is kept. A reason of null leaves nobody out.
     *
     * @param phone in E.164 form
     */
    Uni<List<SuppressionView>> ofPhone(String phone, SuppressionReason reason) {
        return sql.rows(OF_PHONE, SuppressionView::of, phone, name(reason));
    }

    private static String name(SuppressionReason reason) {
        return reason == null ? null : reason.name();
    }

    /** Null if there is none. */
    Uni<SuppressionView> get(long id) {
        return sql.first("select * from suppression where id = $1", SuppressionView::of, id);
    }

    /** @param phones in E.164 form, each once */
    Uni<List<Entry>> add(Collection<String> phones, SuppressionScope scope, SuppressionReason reason, String source) {
        return sql.rows(
                ADD,
                row -> new Entry(row.getLong("id"), row.getBoolean("added")),
                phones.toArray(String[]::new),
                scope.name(),
                reason.name(),
                source);
    }

    /** How many there were. */
    Uni<Integer> remove(long id) {
        return sql.run("delete from suppression where id = $1", id);
    }

    /** How many there were. */
    Uni<Integer> remove(String phone) {
        return sql.run("delete from suppression where phone_hash = phone_hash($1)", phone);
    }

    /** These people want marketing again: what they had said themselves before holds no more. */
    Uni<Void> liftOptOuts(List<Word> words) {
        return words.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.run(LIFT_OPT_OUTS, phones(words), times(words)).replaceWithVoid();
    }

    /** These people, whom we do not know, want no marketing. */
    Uni<Void> rememberOptOuts(List<Word> words, String source) {
        return words.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.run(REMEMBER_OPT_OUTS, phones(words), times(words), source)
                        .replaceWithVoid();
    }

    private static String[] phones(List<Word> words) {
        return words.stream().map(Word::phone).toArray(String[]::new);
    }

    private static OffsetDateTime[] times(List<Word> words) {
        return words.stream().map(Word::at).toArray(OffsetDateTime[]::new);
    }
}
