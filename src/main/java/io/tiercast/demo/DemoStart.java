package io.tiercast.demo;

import io.quarkus.vertx.ConsumeEvent;
import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.mutiny.Uni;
import io.tiercast.meta.GraphEndpoint;
import io.vertx.core.eventbus.EventBus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Makes the demo data beside the first start, once the server listens: sender and templates are read over HTTP. */
@ApplicationScoped
class DemoStart {

    private static final Logger LOG = Logger.getLogger(DemoStart.class);
    private static final String ADDRESS = "demo-data";

    private final boolean wanted;
    private final GraphEndpoint endpoint;
    private final DemoData data;
    private final EventBus bus;

    DemoStart(
            @ConfigProperty(name = "tiercast.demo-data", defaultValue = "true") boolean wanted,
            GraphEndpoint endpoint,
            DemoData data,
            EventBus bus) {
        this.wanted = wanted;
        this.endpoint = endpoint;
        this.data = data;
        this.bus = bus;
    }

    /** Over the event bus, since Hibernate Reactive wants a Vert.x context, and this event comes on none. */
    void listening(@ObservesAsync HttpServerStart start) {
        if (wanted && endpoint.sandbox()) {
            bus.send(ADDRESS, "make");
        }
    }

    @ConsumeEvent(ADDRESS)
    Uni<Void> make(String request) {
        return data.makeOnce()
                .invoke(made -> LOG.log(made ? Logger.Level.INFO : Logger.Level.DEBUG, "Demo data is in place"))
                .onFailure()
                .invoke(failure -> LOG.warn("No demo data this time; it is tried again at the next start", failure))
                .onFailure()
                .recoverWithItem(false)
                .replaceWithVoid();
    }
}
