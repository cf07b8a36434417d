package io.tiercast.webhook;

import static io.tiercast.webhook.ConsentWordList.ANY;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.tiercast.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;

/** Decides which words may decide: an operator's own take the place of the configured ones, or stand beside them. */
@ApplicationScoped
class ConsentWordService {

    private final ConsentWordListRepository repository;
    private final ConsentWords words;
    private final Clock clock;

    ConsentWordService(ConsentWordListRepository repository, ConsentWords words, Clock clock) {
        this.repository = repository;
        this.words = words;
        this.clock = clock;
    }

    /** The one for any language first. */
    @WithSession
    Uni<List<ConsentWordList>> all() {
        return repository.byLanguage().map(this::withConfigured);
    }

    @WithSession
    Uni<ConsentWordList> get(String language) {
        return found(language).onItem().ifNull().failWith(() -> Problems.notFound("list of words for", language));
    }

    /** @param allows refuses if the list is not the one that the client saw */
    @WithTransaction
    Uni<ConsentWordList> replace(String language, ReplaceConsentWords wanted, Consumer<ConsentWordList> allows) {
        ConsentWordCheck.require(language, wanted);
        return found(language)
                .onItem()
                .ifNull()
                .continueWith(() -> empty(language))
                .invoke(allows)
                .invoke(list -> become(list, wanted))
                .chain(repository::persistAndFlush)
                .onFailure(ConstraintViolationException.class)
                .transform(race -> Problems.conflict("stale", "Somebody else has made this list just now"));
    }

    /** Back to the configured words, or to none of this language. */
    @WithTransaction
    Uni<Void> remove(String language, Consumer<ConsentWordList> allows) {
        return get(language).invoke(allows).chain(list -> list.isOwn() ? repository.delete(list) : done());
    }

    private Uni<ConsentWordList> found(String language) {
        ConsentWordCheck.requireLanguage(language);
        return repository.findById(language).map(own -> own == null && language.equals(ANY) ? words.configured() : own);
    }

    private List<ConsentWordList> withConfigured(List<ConsentWordList> own) {
        boolean replaced = own.stream().anyMatch(list -> list.language.equals(ANY));
        return replaced
                ? own
                : Stream.concat(Stream.of(words.configured()), own.stream()).toList();
    }

    private void become(ConsentWordList list, ReplaceConsentWords wanted) {
        list.optOut = wanted.optOut().toArray(String[]::new);
        list.confirmation = wanted.confirmation().toArray(String[]::new);
        list.updatedAt = now();
    }

    private static ConsentWordList empty(String language) {
        ConsentWordList list = new ConsentWordList();
        list.language = language;
        return list;
    }

    private static Uni<Void> done() {
        return Uni.createFrom().voidItem();
    }

    /** To the microsecond, as PostgreSQL keeps it, so that the first answer equals all later ones. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
