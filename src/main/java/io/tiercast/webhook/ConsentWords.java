package io.tiercast.webhook;

import static java.util.stream.Collectors.toSet;

import io.smallrye.mutiny.Uni;
import io.tiercast.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The replies that decide, as they are now: the configured ones, or an operator's instead, and those of each language. */
@ApplicationScoped
class ConsentWords {

    private static final String OWN = "select language, opt_out, confirmation from consent_word_list";

    private record Words(String language, String[] optOut, String[] confirmation) {

        static Words of(Row row) {
            return new Words(
                    row.getString("language"), row.getArrayOfStrings("opt_out"), row.getArrayOfStrings("confirmation"));
        }
    }

    private final Sql sql;
    private final Words configured;

    ConsentWords(
            Sql sql,
            @ConfigProperty(name = "tiercast.opt-out-words") List<String> optOut,
            @ConfigProperty(name = "tiercast.consent.confirmation-words") List<String> confirmation) {
        this.sql = sql;
        this.configured =
                new Words(ConsentWordList.ANY, optOut.toArray(String[]::new), confirmation.toArray(String[]::new));
    }

    /** Read each time, so that a change holds at once wherever the next reply comes in. */
    Uni<DecidingWords> inEffect() {
        return sql.rows(OWN, Words::of).map(this::deciding);
    }

    ConsentWordList configured() {
        ConsentWordList list = new ConsentWordList();
        list.language = configured.language();
        list.optOut = configured.optOut();
        list.confirmation = configured.confirmation();
        return list;
    }

    private DecidingWords deciding(List<Words> own) {
        boolean replaced = own.stream().anyMatch(list -> list.language().equals(ConsentWordList.ANY));
        List<Words> lists = replaced
                ? own
                : Stream.concat(Stream.of(configured), own.stream()).toList();
        return DecidingWords.of(
                all(lists.stream().map(Words::optOut)), all(lists.stream().map(Words::confirmation)));
    }

    private static Set<String> all(Stream<String[]> lists) {
        return lists.flatMap(Stream::of).collect(toSet());
    }
}
