package io.tiercast.http;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where we call on the word of our users: only https, and only public addresses, so that nobody reaches into our own network
 * through us. A name may stand for another address later: who connects checks {@link #allows} with what it is connected to, or
 * connects to what {@link #resolve} found.
 */
@ApplicationScoped
public class OutgoingAddresses {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[.*]");

    private final boolean privateToo;
    private final Vertx vertx;

    public OutgoingAddresses(OutgoingSettings settings, Vertx vertx) {
        this.privateToo = settings.privateAddresses();
        this.vertx = vertx;
    }

    /** Why a URL may not be called, as far as the URL itself tells; empty: it may. */
    public Optional<String> problem(String url) {
        try {
            return problem(new URI(url));
        } catch (java.net.URISyntaxException | UnknownHostException e) {
            return Optional.of("is no address");
        }
    }

    private Optional<String> problem(URI url) throws UnknownHostException {
        boolean secure = "https".equals(url.getScheme()) || privateToo && "http".equals(url.getScheme());
        if (!secure || url.getHost() == null) {
            return Optional.of("must be an https address");
        }
        if (url.getUserInfo() != null || url.getFragment() != null) {
            return Optional.of("must have no user and no fragment");
        }
        boolean literal = LITERAL.matcher(url.getHost()).matches();
        boolean inside = url.getHost().equals("localhost")
                ? !privateToo
                : literal && !allows(InetAddress.getByName(url.getHost()));
        return inside ? Optional.of("must be a public address") : Optional.empty();
    }

    /** The port that a URL names, or that its scheme stands for. */
    public static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : url.getScheme().equals("https") ? HTTPS : HTTP;
    }

    /** Where to connect for a URL whose name was resolved. */
    public static SocketAddress server(String url, InetAddress address) {
        return SocketAddress.inetSocketAddress(port(URI.create(url)), address.getHostAddress());
    }

    /** An address behind the name in a URL; fails if the name is unknown, or any address behind it is not public. */
    public Uni<InetAddress> resolve(String url) {
        String host = URI.create(url).getHost();
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(() -> List.of(InetAddress.getAllByName(host)), false)
                        .toCompletionStage())
                .map(this::firstOf);
    }

    private InetAddress firstOf(List<InetAddress> found) {
        if (!found.stream().allMatch(this::allows)) {
            throw new IllegalArgumentException("The name stands for an address that is not public");
        }
        return found.get(0);
    }

    public boolean allows(InetAddress address) {
        return privateToo || isPublic(address);
    }

    static boolean isPublic(InetAddress address) {
        boolean special = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        byte[] bytes = address.getAddress();
        return !special && (bytes.length == 4 ? isPublic4(bytes[0] & 255, bytes[1] & 255) : isPublic6(bytes));
    }

    /** Left over: this network, carriers' own, protocols' own, benchmarks, and what is reserved. */
    private static boolean isPublic4(int first, int second) {
        return first != 0
                && first < 240
                && !(first == 100 && second >= 64 && second < 128)
                && !(first == 192 && second == 0)
                && !(first == 198 && (second == 18 || second == 19));
    }

    /** Global unicast without 6to4 and Teredo, which carry addresses of the other kind. */
    private static boolean isPublic6(byte[] bytes) {
        boolean global = (bytes[0] & 0xe0) == 0x20;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        boolean teredo = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
        return global && !sixToFour && !teredo;
    }
}
