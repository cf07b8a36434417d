package io.tiercast.contact;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Writes down what people say about marketing through WhatsApp. The last word of a person counts, by when they said it and not by
 * when we hear of it.
 */
@ApplicationScoped
public class MarketingPreferences {

    /**
     * Meta refused a message to a person for their own sake.
     *
     * @param at when
     */
    public record Refusal(long contactId, OffsetDateTime at) {}

    /**
     * A person who said something.
     *
     * @param contactId null: no contact
     * @param listed whether the suppression list may know the phone
     */
    private record Heard(Long contactId, String phone, boolean wanted, boolean listed, OffsetDateTime at) {

        static Heard of(Row row) {
            return new Heard(
                    row.getLong("id"),
                    row.getString("phone"),
                    row.getBoolean("wanted"),
                    row.getBoolean("listed"),
                    row.getOffsetDateTime("at"));
        }
    }

    private final Sql sql;
    private final Suppressions suppressions;

    public MarketingPreferences(Sql sql, Suppressions suppressions) {
        this.sql = sql;
        this.suppressions = suppressions;
    }

    /**
     * What is said by somebody unknown is kept until they become known, and an opt-out is on the suppression list at once.
     *
     * @return the contacts who want no more
     */
    public Uni<List<Long>> apply(List<MarketingPreference> said) {
        return said.isEmpty()
                ? Uni.createFrom().item(List.of())
                : sql.rows(
                                PreferenceSql.APPLY,
                                Heard::of,
                                column(said, MarketingPreference::waId),
                                column(said, MarketingPreference::userId),
                                said.stream().map(MarketingPreference::wanted).toArray(Boolean[]::new),
                                column(said, MarketingPreference::source),
                                column(said, MarketingPreference::evidence),
                                times(said))
                        .call(this::list)
                        .map(heard -> heard.stream()
                                .filter(one -> !one.wanted())
                                .map(Heard::contactId)
                                .filter(Objects::nonNull)
                                .toList());
    }

    private Uni<Void> list(List<Heard> heard) {
        return suppressions
                .liftOptOuts(words(heard, one -> one.wanted() && one.listed()))
                .chain(() -> suppressions.rememberOptOuts(
                        words(heard, one -> !one.wanted() && one.contactId() == null), "whatsapp"));
    }

    private static List<Suppressions.Word> words(List<Heard> heard, Predicate<Heard> which) {
        return heard.stream()
                .filter(which)
                .map(one -> new Suppressions.Word(one.phone(), one.at()))
                .toList();
    }

    /** Those of these people who were asked to confirm their opt-in have done so; what others say means nothing. */
    public Uni<Void> confirm(List<MarketingPreference> said) {
        return said.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.rows(
                                PreferenceSql.CONFIRM,
                                Heard::of,
                                column(said, MarketingPreference::waId),
                                column(said, MarketingPreference::userId),
                                column(said, MarketingPreference::source),
                                column(said, MarketingPreference::evidence),
                                times(said))
                        .chain(this::list);
    }

    /** Applies what people said before they were known by the name they said it under; answers those who want no more. */
    public Uni<List<Long>> applyLate() {
        return sql.rows(PreferenceSql.KNOWN_NOW, MarketingPreferences::late)
                .chain(said -> apply(said).call(() -> forget(said)));
    }

    private static MarketingPreference late(Row row) {
        return new MarketingPreference(
                null,
                row.getString("name"),
                row.getBoolean("wanted"),
                row.getString("source"),
                null,
                row.getOffsetDateTime("at").toInstant());
    }

    private Uni<Integer> forget(List<MarketingPreference> said) {
        return said.isEmpty()
                ? Uni.createFrom().item(0)
                : sql.run("delete from unknown_preference where name = any($1)", (Object)
                        column(said, MarketingPreference::userId));
    }

    /**
     * These people get no more marketing, as Meta told us by refusing a message to them; unless they wanted it again since.
     *
     * @param everything nor any other message
     */
    public Uni<Void> refuse(List<Refusal> refusals, boolean everything, String source) {
        return sql.run(
                        PreferenceSql.REFUSE,
                        refusals.stream().map(Refusal::contactId).toArray(Long[]::new),
                        everything,
                        source,
                        refusals.stream().map(Refusal::at).toArray(OffsetDateTime[]::new))
                .replaceWithVoid();
    }

    private static String[] column(List<MarketingPreference> said, Function<MarketingPreference, String> value) {
        return said.stream().map(value).toArray(String[]::new);
    }

    private static OffsetDateTime[] times(List<MarketingPreference> said) {
        return said.stream()
                .map(one -> one.at() == null ? null : one.at().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }
}
