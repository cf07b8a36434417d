package io.tiercast.sandbox;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The Graph API of the sandbox: {@code /sandbox/graph/{version}/…}. Vert.x routes, since they lie outside the API and its
 * credentials: callers show the sandbox's own access token.
 */
@ApplicationScoped
class GraphRoutes {

    private static final String PATH = "/sandbox/graph/:version/:id";
    private static final String SESSION = "/sandbox/graph/[^/]+/(?<session>upload:[^/]+)";
    /** Bytes of a message or a template; files are not held. */
    private static final int LONGEST_BODY = 1024 * 1024;

    private static final String BEARER = "Bearer ";

    /** What Meta wants in the place of the former where a file is resumed. */
    private static final String OAUTH = "OAuth ";

    private final MetaSettings meta;
    private final Setup setup;
    private final SendDesk desk;
    private final GraphObjects objects;
    private final TemplateDesk templates;
    private final MediaDesk media;
    private final UploadSessions sessions;
    private final GraphAnswer answer;

    GraphRoutes(
            MetaSettings meta,
            Setup setup,
            SendDesk desk,
            GraphObjects objects,
            TemplateDesk templates,
            MediaDesk media,
            UploadSessions sessions,
            GraphAnswer answer) {
        this.meta = meta;
        this.setup = setup;
        this.desk = desk;
        this.objects = objects;
        this.templates = templates;
        this.media = media;
        this.sessions = sessions;
        this.answer = answer;
    }

    void register(@Observes Router router) {
        if (meta.sandboxed()) {
            router.post(PATH + "/messages").handler(context -> send(context, false));
            router.post(PATH + "/marketing_messages").handler(context -> send(context, true));
            router.get(PATH + "/phone_numbers").handler(context -> read(context, objects::phoneNumbers));
            router.get(PATH + "/message_templates").handler(context -> read(context, objects::templates));
            router.post(PATH + "/message_templates").handler(context -> change(context, templates::create));
            router.delete(PATH + "/message_templates").handler(context -> change(context, templates::delete));
            router.post(PATH + "/media").handler(this::upload);
            router.post(PATH + "/uploads")
                    .handler(context -> read(context, query -> sessions.begin(context.queryParams())));
            router.postWithRegex(SESSION).handler(this::resume);
            router.getWithRegex(SESSION).handler(context -> answerNow(context, () -> sessions.state(session(context))));
            router.delete(PATH).handler(context -> change(context, request -> media.delete(request.id())));
            router.post(PATH + "/unpause").handler(context -> change(context, templates::unpause));
            router.post(PATH).handler(context -> change(context, templates::edit));
            router.get(PATH).handler(context -> read(context, objects::object));
        }
        router.route("/sandbox/graph/*").handler(context -> answer.notHere(context));
    }

    private void send(RoutingContext context, boolean marketing) {
        welcome(context, BEARER)
                .chain(() -> body(context.request()))
                .chain(bytes -> accept(context, bytes, marketing))
                .subscribe()
                .with(message -> answer.accepted(context, message), failure -> answer.refused(context, failure));
    }

    /** A file for the messages of a number. */
    private void upload(RoutingContext context) {
        welcome(context, BEARER)
                .chain(() -> UploadedFile.of(context.request()))
                .chain(read -> media.take(number(context), read))
                .subscribe()
                .with(json -> answer.json(context, 200, json), failure -> answer.refused(context, failure));
    }

    private static String number(RoutingContext context) {
        String id = context.pathParam("id");
        return SandboxAccount.number(id)
                .orElseThrow(() -> Refusal.noSuchObject(id))
                .phoneNumberId();
    }

    /** The content of an example, from where the upload stopped. */
    private void resume(RoutingContext context) {
        welcome(context, OAUTH)
                .chain(() -> UploadSessions.length(context.request()))
                .map(length -> sessions.add(session(context), context.request().getHeader("file_offset"), length))
                .subscribe()
                .with(json -> answer.json(context, 200, json), failure -> answer.refused(context, failure));
    }

    private void answerNow(RoutingContext context, Supplier<JsonObject> work) {
        welcome(context, OAUTH)
                .map(done -> work.get())
                .subscribe()
                .with(json -> answer.json(context, 200, json), failure -> answer.refused(context, failure));
    }

    /** The signature in the query is part of the id. */
    private static String session(RoutingContext context) {
        return context.pathParam("session") + "?" + context.request().query();
    }

    private static Uni<Buffer> body(HttpServerRequest request) {
        Promise<Buffer> whole = Promise.promise();
        Buffer held = Buffer.buffer();
        request.handler(part -> hold(part, held, whole))
                .exceptionHandler(whole::tryFail)
                .endHandler(end -> whole.tryComplete(held));
        request.resume();
        return Uni.createFrom().completionStage(whole.future().toCompletionStage());
    }

    /** What comes after too much is let go by. */
    private static void hold(Buffer part, Buffer held, Promise<Buffer> whole) {
        if (held.length() + part.length() > LONGEST_BODY) {
            whole.tryFail(Refusal.of(100, "The body is longer than " + LONGEST_BODY + " bytes"));
        } else {
            held.appendBuffer(part);
        }
    }

    private Uni<AcceptedMessage> accept(RoutingContext context, Buffer body, boolean marketing) {
        String id = context.pathParam("id");
        return desk.send(SandboxAccount.number(id).orElseThrow(() -> Refusal.noSuchObject(id)), json(body), marketing);
    }

    private void read(RoutingContext context, Function<GraphQuery, JsonObject> page) {
        welcome(context, BEARER)
                .map(done -> page.apply(GraphQuery.of(context)))
                .subscribe()
                .with(json -> answer.json(context, 200, json), failure -> answer.refused(context, failure));
    }

    private void change(RoutingContext context, Function<TemplateRequest, Uni<JsonObject>> work) {
        welcome(context, BEARER)
                .chain(() -> body(context.request()))
                .chain(bytes -> work.apply(new TemplateRequest(
                        context.pathParam("id"),
                        context.request().getParam("name"),
                        context.request().getParam("hsm_id"),
                        bytes.length() == 0 ? new JsonObject() : json(bytes))))
                .subscribe()
                .with(json -> answer.json(context, 200, json), failure -> answer.refused(context, failure));
    }

    /** Before anything of the body is read: Quarkus hands requests over paused. */
    private Uni<Void> welcome(RoutingContext context, String scheme) {
        return desk.ready()
                .invoke(() -> authorise(context, scheme))
                .onFailure()
                .invoke(() -> context.request().resume()) // nobody reads it
                .replaceWithVoid();
    }

    private void authorise(RoutingContext context, String scheme) {
        String header = context.request().getHeader("Authorization");
        if (header == null || !header.startsWith(scheme) || !setup.isToken(header.substring(scheme.length()))) {
            throw Refusal.of(190, "The access token is not the sandbox's");
        }
    }

    private static JsonObject json(Buffer body) {
        try {
            return body.toJsonObject();
        } catch (DecodeException | ClassCastException e) {
            throw Refusal.of(100, "The body is no JSON object");
        }
    }
}
