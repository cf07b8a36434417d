package io.tiercast.meta;

import io.smallrye.mutiny.Uni;
import io.tiercast.http.LimitedAnswer;
import io.tiercast.http.LimitedCalls;
import io.tiercast.http.OutgoingAddresses;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpRequest;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads what Meta knows of numbers, accounts and templates, and submits templates. Fails with {@link GraphError} where Meta refuses, and with
 * {@link GraphUnreachable} where it does not answer. Sending is not here, since its rules are others.
 */
@ApplicationScoped
public class GraphClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int PAGE = 100;

    /** Twice the most templates that Meta allows an account; a list that goes on beyond goes round in circles. */
    private static final int MOST_PAGES = 120;

    private static final int RESTARTS = 2;

    private final WebClient http;
    private final GraphEndpoint endpoint;
    private final OutgoingAddresses addresses;

    GraphClient(Vertx vertx, GraphEndpoint endpoint, OutgoingAddresses addresses) {
        this.http = LimitedCalls.client(
                vertx,
                new WebClientOptions()
                        .setConnectTimeout((int) CONNECT_TIMEOUT.toMillis())
                        .setFollowRedirects(false));
        this.endpoint = endpoint;
        this.addresses = addresses;
    }

    public Uni<PhoneNumber> phoneNumber(GraphAccess access, String phoneNumberId) {
        return request(HttpMethod.GET, access, phoneNumberId)
                .map(request -> request.addQueryParam("fields", PhoneNumber.FIELDS))
                .chain(GraphClient::answer)
                .map(PhoneNumber::of);
    }

    public Uni<BusinessAccount> businessAccount(GraphAccess access, String wabaId) {
        return request(HttpMethod.GET, access, wabaId)
                .map(request -> request.addQueryParam("fields", BusinessAccount.FIELDS))
                .chain(GraphClient::answer)
                .map(BusinessAccount::of);
    }

    /** All templates of an account. A list whose place expired while it was read is read again from its beginning. */
    public Uni<List<ListedTemplate>> templates(GraphAccess access, String wabaId) {
        return request(HttpMethod.GET, access, wabaId + "/message_templates")
                .map(request -> request.addQueryParam("fields", ListedTemplate.FIELDS)
                        .addQueryParam("limit", Integer.toString(PAGE)))
                .chain(list -> rest(list, null, new ArrayList<>()))
                .onFailure(GraphError::isExpiredCursor)
                .retry()
                .atMost(RESTARTS)
                .map(pages -> pages.stream().flatMap(GraphClient::templates).toList());
    }

    /** Submits a template. Meta may give it another category than the one asked for. */
    public Uni<SubmittedTemplate> createTemplate(GraphAccess access, String wabaId, JsonObject template) {
        return request(HttpMethod.POST, access, wabaId + "/message_templates")
                .chain(request -> answer(request, template))
                .map(SubmittedTemplate::of);
    }

    /** Submits a change of a template: all of its components, and what else is to change. */
    public Uni<Void> editTemplate(GraphAccess access, String templateId, JsonObject change) {
        return request(HttpMethod.POST, access, templateId)
                .chain(request -> answer(request, change))
                .replaceWithVoid();
    }

    /** Has a template sent again that was paused by pacing; other pauses end by themselves. */
    public Uni<Void> unpauseTemplate(GraphAccess access, String templateId) {
        return request(HttpMethod.POST, access, templateId + "/unpause")
                .chain(request -> answer(request, new JsonObject()))
                .replaceWithVoid();
    }

    /** Deletes one language of a template. */
    public Uni<Void> deleteTemplate(GraphAccess access, String wabaId, String templateId, String name) {
        return request(HttpMethod.DELETE, access, wabaId + "/message_templates")
                .map(request -> request.addQueryParam("hsm_id", templateId).addQueryParam("name", name))
                .chain(GraphClient::answer)
                .replaceWithVoid();
    }

    private static Uni<List<Lenient>> rest(HttpRequest<Buffer> list, String after, List<Lenient> pages) {
        HttpRequest<Buffer> page = after == null ? list : list.copy().addQueryParam("after", after);
        return answer(page).chain(answer -> {
            pages.add(answer);
            String next = answer.at("paging").at("cursors").text("after");
            boolean more = answer.at("paging").has("next") && next != null && pages.size() < MOST_PAGES;
            return more ? rest(list, next, pages) : Uni.createFrom().item(pages);
        });
    }

    private static Stream<ListedTemplate> templates(Lenient page) {
        return page.at("data").each().map(ListedTemplate::of).filter(ListedTemplate::complete);
    }

    /** An open request, addressed and with credentials. */
    Uni<HttpRequest<Buffer>> request(HttpMethod method, GraphAccess access, String path) {
        String url = endpoint.url(access.base(), path);
        Uni<HttpRequest<Buffer>> request = access.base() == null
                ? Uni.createFrom().item(() -> http.requestAbs(method, url))
                : checked(method, url);
        return request.map(open -> open.as(LimitedAnswer.codec()).putHeader(access.header(), access.credentials()));
    }

    /** Somebody entered this address: it is called only where its name stands for a public one. */
    private Uni<HttpRequest<Buffer>> checked(HttpMethod method, String url) {
        return addresses
                .resolve(url)
                .onFailure()
                .transform(cause -> new GraphUnreachable("The address cannot be called", cause))
                .map(address -> http.requestAbs(method, OutgoingAddresses.server(url, address), url));
    }

    private static Uni<Lenient> answer(HttpRequest<Buffer> request) {
        return answered(request.timeout(DEADLINE.toMillis()).send());
    }

    private static Uni<Lenient> answer(HttpRequest<Buffer> request, JsonObject body) {
        return answered(request.timeout(DEADLINE.toMillis()).sendJsonObject(body));
    }

    /** The answer, or one of the failures of this class. */
    static Uni<Lenient> answered(Uni<HttpResponse<Buffer>> response) {
        return response.onFailure()
                .transform(cause -> new GraphUnreachable("No answer from Meta", cause))
                .map(GraphClient::read);
    }

    private static Lenient read(HttpResponse<Buffer> response) {
        byte[] body = response.body() == null ? new byte[0] : response.body().getBytes();
        return GraphAnswer.read(response.statusCode(), body);
    }
}
