package io.tiercast.sandbox;

import io.smallrye.mutiny.Uni;
import io.tiercast.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** The simulated Meta as its operator sees it: knobs, ledger, and a way to begin anew. */
@ApplicationScoped
class Sandbox {

    /** Meta's steps; no other figure could be written in its answers. */
    private static final Set<Integer> LIMITS = Set.of(50, 250, 1_000, 2_000, 10_000, 100_000);

    private final MetaSettings meta;
    private final Setup setup;
    private final SandboxStore store;
    private final SendDesk desk;

    Sandbox(MetaSettings meta, Setup setup, SandboxStore store, SendDesk desk) {
        this.meta = meta;
        this.setup = setup;
        this.store = store;
        this.desk = desk;
    }

    Uni<SandboxView> view() {
        checkActive();
        return account()
                .chain(account ->
                        store.ledger(desk.refused()).map(ledger -> new SandboxView(setup.knobs(), account, ledger)));
    }

    Uni<SandboxView> turn(Knobs knobs) {
        checkActive();
        if (knobs.messagingLimit() != null && !LIMITS.contains(knobs.messagingLimit())) {
            throw Problems.invalid("messagingLimit", "must be one of 50, 250, 1000, 2000, 10000, 100000, or null");
        }
        return setup.save(knobs).chain(desk::loadWindow).chain(this::view);
    }

    Uni<SandboxView> reset() {
        checkActive();
        return store.reset().invoke(desk::forgetAll).chain(desk::loadWindow).chain(this::view);
    }

    private void checkActive() {
        if (!meta.sandboxed()) {
            throw Problems.of(
                    404,
                    "no-sandbox",
                    "Not found",
                    "This installation talks to the Meta named in TIERCAST_META_BASE_URL",
                    List.of());
        }
    }

    private Uni<SandboxView.Account> account() {
        return setup.accessToken()
                .map(token -> new SandboxView.Account(
                        SandboxAccount.PORTFOLIO_ID, SandboxAccount.WABA_ID, SandboxAccount.NUMBERS, token));
    }
}
