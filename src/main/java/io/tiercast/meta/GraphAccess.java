package io.tiercast.meta;

/**
 * Where the Graph API is, and how one is let in.
 *
 * @param base with its version; null: the installation's own Meta
 * @param header that carries the credentials
 * @param credentials the whole value of the header; never logged
 */
public record GraphAccess(String base, String header, String credentials) {

    public static GraphAccess meta(String accessToken) {
        return new GraphAccess(null, "Authorization", "Bearer " + accessToken);
    }

    @Override
    public String toString() {
        return "GraphAccess[" + base + "]";
    }
}
