package io.tiercast.media;

import io.smallrye.mutiny.Uni;
import io.tiercast.http.OutgoingAddresses;
import java.net.InetAddress;
import java.net.URI;

/**
 * Where a link leads. The name is looked up once and the connection made to what was found: a name that changes its address in
 * between would lead past the check.
 */
record LinkTarget(URI link, InetAddress address) {

    /** Fails with {@link LinkRefused} unless the link may be followed. */
    static Uni<LinkTarget> of(String link, OutgoingAddresses addresses) {
        return addresses
                .problem(link)
                .map(problem -> Uni.createFrom().<LinkTarget>failure(new LinkRefused(problem)))
                .orElseGet(() -> addresses
                        .resolve(link)
                        .onFailure()
                        .transform(failure -> new LinkRefused("must lead to a public address"))
                        .map(address -> new LinkTarget(URI.create(link), address)));
    }

    boolean secure() {
        return link.getScheme().equals("https");
    }

    int port() {
        return OutgoingAddresses.port(link);
    }

    /** Path and query, as they stand. */
    String request() {
        String path = link.getRawPath() == null || link.getRawPath().isEmpty() ? "/" : link.getRawPath();
        return link.getRawQuery() == null ? path : path + "?" + link.getRawQuery();
    }
}
