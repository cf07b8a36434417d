package io.tiercast.http;

import io.tiercast.problem.Problems;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * The version of a resource that people edit, as its {@code ETag}, so that nobody overwrites what they have not seen.
 *
 * <pre>{@code
 * return Etag.ok(view, entity.version);                     // GET, PUT, PATCH, actions
 * return Etag.created("/v1/groups/7", view, version);       // POST; the framework puts /api in front
 * Etag.check(ifMatch, entity.version);                      // before a change; @HeaderParam("If-Match") String ifMatch
 * }</pre>
 */
public final class Etag {

    private Etag() {}

    public static EntityTag of(long version) {
        return new EntityTag(Long.toString(version));
    }

    /** 200 with the resource and its tag. */
    public static Response ok(Object view, long version) {
        return Response.ok(view).tag(of(version)).build();
    }

    /** 201 with the resource, its address and its tag. */
    public static Response created(String location, Object view, long version) {
        return Response.created(URI.create(location))
                .entity(view)
                .tag(of(version))
                .build();
    }

    /**
     * Refuses a change of another version than the one that the caller has seen: 412.
     *
     * @param ifMatch the header as it came: a list of tags, or {@code *}; null if the caller does not care. Weak tags never match,
     *     as RFC 9110 has it
     */
    public static void check(String ifMatch, long version) {
        if (ifMatch != null && tags(ifMatch).noneMatch(tag -> tag.equals("*") || tag.equals(quoted(version)))) {
            throw Problems.of(
                    412,
                    "stale",
                    "It has changed",
                    "It was changed in the meantime; its version is now " + quoted(version),
                    List.of());
        }
    }

    /** Whether the reader already has this version. Here weak tags count, since only the body's sameness matters. */
    static boolean known(String ifNoneMatch, EntityTag tag) {
        return tags(ifNoneMatch)
                .map(known -> known.startsWith("W/") ? known.substring(2) : known)
                .anyMatch(known -> known.equals("*") || known.equals('"' + tag.getValue() + '"'));
    }

    private static Stream<String> tags(String header) {
        return Stream.of(header.split(",")).map(String::trim);
    }

    private static String quoted(long version) {
        return '"' + Long.toString(version) + '"';
    }
}
