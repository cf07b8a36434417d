package io.tiercast.sender;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.tiercast.meta.BusinessAccount;
import io.tiercast.meta.GraphAccess;
import io.tiercast.meta.GraphClient;
import io.tiercast.meta.GraphProblems;
import io.tiercast.meta.MarketingMessages;
import io.tiercast.meta.MessagingLimit;
import io.tiercast.meta.PhoneNumber;
import io.tiercast.problem.Problems;
import io.tiercast.provider.OwnNumber;
import io.tiercast.provider.Provider;
import io.tiercast.security.SecretBox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.exception.ConstraintViolationException;

/** Takes numbers in, and keeps what we know of them equal to what Meta says. Meta is always asked outside of a transaction. */
@ApplicationScoped
public class SenderService {

    private record Reading(PhoneNumber number, BusinessAccount account) {

        static Reading of(OwnNumber own, String wabaId) {
            MessagingLimit limit = own.messagingLimit() == null ? null : MessagingLimit.parse(own.messagingLimit());
            return new Reading(
                    new PhoneNumber(
                            own.displayPhoneNumber(),
                            own.verifiedName(),
                            "CONNECTED",
                            "UNKNOWN",
                            own.throughputPerSecond(),
                            limit),
                    new BusinessAccount(own.portfolioId() == null ? wabaId : own.portfolioId(), limit));
        }
    }

    private final SenderRepository repository;
    private final Senders senders;
    private final SenderNews news;
    private final PortfolioChange portfolios;
    private final GraphClient graph;
    private final ProviderCheck check;
    private final SecretBox secrets;
    private final Clock clock;

    public SenderService(
            SenderRepository repository,
            Senders senders,
            SenderNews news,
            PortfolioChange portfolios,
            GraphClient graph,
            ProviderCheck check,
            SecretBox secrets,
            Clock clock) {
        this.repository = repository;
        this.senders = senders;
        this.news = news;
        this.portfolios = portfolios;
        this.graph = graph;
        this.check = check;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Nothing is stored unless Meta, or the provider, knows number, account and token. */
    public Uni<Sender> create(CreateSender request) {
        Provider provider = request.provider() == null ? Provider.META : request.provider();
        check.require(provider, request.appSecret() != null, MarketingMessages.OFF);
        return refuseKnown(request.phoneNumberId())
                .chain(() -> ask(provider, request.phoneNumberId(), request.wabaId(), request.accessToken()))
                .chain(reading -> store(request, reading))
                .onFailure(ConstraintViolationException.class)
                .transform(race -> known(request.phoneNumberId()));
    }

    /**
     * A new access token or provider is tried out before it replaces the old one.
     *
     * @param allows refuses if the sender is not the one that the client saw
     */
    public Uni<Sender> patch(long id, PatchSender patch, Consumer<Sender> allows) {
        return find(id).invoke(allows)
                .chain(sender -> tryOut(sender, patch))
                .chain(reading -> change(id, allows.andThen(sender -> apply(patch, reading, sender)))
                        .chain(sender -> place(sender, reading)));
    }

    /**
     * Reads number, account and limits again because a person wants to know; the operator's own throughput stays. A restriction
     * whose end Meta never told is taken as over if the number is connected.
     */
    public Uni<Sender> sync(long id) {
        return read(id, Sender::forgetRestriction);
    }

    /** Reads number, account and limits again because Meta told of a change. */
    Uni<Sender> reread(long id) {
        return read(id, sender -> {});
    }

    private Uni<Sender> read(long id, Consumer<Sender> andThen) {
        return find(id).chain(
                        sender -> ask(sender.provider(), sender.phoneNumberId, sender.wabaId, accessToken(sender)))
                .chain(reading -> change(id, sender -> {
                            sender.read(reading.number(), reading.account(), now());
                            andThen.accept(sender);
                        })
                        .chain(sender -> place(sender, reading))
                        .call(sender -> spread(sender, reading)));
    }

    /** An owner that was seen once stays, or a token that sees less would begin the portfolio's 24 hours anew. */
    private Uni<Sender> place(Sender sender, Reading reading) {
        String owner = reading == null ? null : reading.account().portfolioId();
        return owner == null
                ? Uni.createFrom().item(sender)
                : portfolios
                        .move(sender.id, owner)
                        .chain(moved ->
                                moved ? find(sender.id) : Uni.createFrom().item(sender));
    }

    /** A figure that Meta gave for one number is the portfolio's. */
    private Uni<Void> spread(Sender sender, Reading reading) {
        return Sender.limit(reading.number(), reading.account()) == null
                ? Uni.createFrom().voidItem()
                : news.limit(sender.wabaId, sender.messagingLimit).replaceWithVoid();
    }

    public Uni<Void> delete(long id) {
        return Panache.withTransaction(() -> repository.get(id).chain(repository::delete))
                .invoke(senders::changed);
    }

    /** As it is shown. */
    SenderView view(Sender sender) {
        return SenderView.of(sender, sender.trouble(secrets));
    }

    private Uni<Sender> find(long id) {
        return Panache.withSession(() -> repository.get(id));
    }

    private Uni<Void> refuseKnown(String phoneNumberId) {
        return Panache.withSession(() -> repository.byPhoneNumberId(phoneNumberId))
                .invoke(sender -> {
                    if (sender != null) {
                        throw known(phoneNumberId);
                    }
                })
                .replaceWithVoid();
    }

    private static RuntimeException known(String phoneNumberId) {
        return Problems.conflict("sender-exists", "There is a sender for the phone number id " + phoneNumberId);
    }

    private Uni<Reading> ask(Provider provider, String phoneNumberId, String wabaId, String accessToken) {
        return provider.number() == null
                ? read(provider.graph(accessToken), phoneNumberId, wabaId)
                : Uni.createFrom().item(Reading.of(provider.number(), wabaId));
    }

    private Uni<Reading> read(GraphAccess access, String phoneNumberId, String wabaId) {
        Uni<PhoneNumber> number = graph.phoneNumber(access, phoneNumberId)
                .onFailure()
                .transform(failure -> GraphProblems.explain(failure, "phoneNumberId"));
        Uni<BusinessAccount> account = graph.businessAccount(access, wabaId)
                .onFailure()
                .transform(failure -> GraphProblems.explain(failure, "wabaId"));
        return number.chain(read -> account.map(owner -> new Reading(read, owner)));
    }

    private Uni<Sender> store(CreateSender request, Reading reading) {
        Sender sender = new Sender();
        sender.name = request.name().strip();
        sender.phoneNumberId = request.phoneNumberId();
        sender.wabaId = request.wabaId();
        sender.senderKey = UUID.randomUUID().toString();
        sender.accessToken = secrets.seal(request.accessToken());
        sender.appSecret = request.appSecret() == null ? null : secrets.seal(request.appSecret());
        sender.sendThrough(request.provider());
        sender.createdAt = now();
        sender.updatedAt = sender.createdAt;
        sender.portfolioId = reading.account().portfolioId() == null
                ? request.wabaId()
                : reading.account().portfolioId();
        sender.read(reading.number(), reading.account(), sender.createdAt);
        return Panache.withTransaction(() -> repository.persist(sender))
                .invoke(senders::changed)
                .chain(() -> place(sender, reading))
                .call(() -> spread(sender, reading));
    }

    /** Null where nothing has to be tried. */
    private Uni<Reading> tryOut(Sender sender, PatchSender patch) {
        if (!patch.changesAccess()) {
            return Uni.createFrom().nullItem();
        }
        Provider provider = patch.provider == null ? sender.provider() : patch.provider.orElse(Provider.META);
        boolean ownSecret = patch.appSecret == null ? sender.appSecret != null : patch.appSecret.isPresent();
        check.require(provider, ownSecret, MarketingMessages.OFF);
        String accessToken = patch.accessToken == null ? accessToken(sender) : patch.accessToken.get();
        return ask(provider, sender.phoneNumberId, sender.wabaId, accessToken);
    }

    private String accessToken(Sender sender) {
        String trouble = sender.trouble(secrets);
        if (trouble != null) {
            throw SendingNumber.unusable(trouble);
        }
        return secrets.open(sender.accessToken);
    }

    private void apply(PatchSender patch, Reading reading, Sender sender) {
        patch.applyTo(sender, secrets);
        check.require(sender.provider(), sender.appSecret != null, sender.marketingMessages);
        if (reading != null) {
            sender.read(reading.number(), reading.account(), now());
        }
    }

    private Uni<Sender> change(long id, Consumer<Sender> change) {
        return Panache.withTransaction(() ->
                        repository.get(id).invoke(change).invoke(this::touch).call(repository::flush))
                .invoke(senders::changed);
    }

    private void touch(Sender sender) {
        sender.updatedAt = now();
    }

    /** As fine as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
