package io.tiercast.meta;

import io.smallrye.mutiny.Uni;
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

    GraphClient(Vertx vertx, GraphEndpoint endpoint) {
        this.http = WebClient.create(
                vertx,
                new WebClientOptions()
                        .setConnectTimeout((int) CONNECT_TIMEOUT.toMillis())
                        .setFollowRedirects(false));
        this.endpoint = endpoint;
    }

    public Uni<PhoneNumber> phoneNumber(String accessToken, String phoneNumberId) {
        return answer(get(accessToken, phoneNumberId).addQueryParam("fields", PhoneNumber.FIELDS))
                .map(PhoneNumber::of);
    }

    public Uni<BusinessAccount> businessAccount(String accessToken, String wabaId) {
        return answer(get(accessToken, wabaId).addQueryParam("fields", BusinessAccount.FIELDS))
                .map(BusinessAccount::of);
    }

    /** All templates of an account. A list whose place expired while it was read is read again from its beginning. */
    public Uni<List<ListedTemplate>> templates(String accessToken, String wabaId) {
        HttpRequest<Buffer> list = get(accessToken, wabaId + "/message_templates")
                .addQueryParam("fields", ListedTemplate.FIELDS)
                .addQueryParam("limit", Integer.toString(PAGE));
        return Uni.createFrom()
                .deferred(() -> rest(list, null, new ArrayList<>()))
                .onFailure(GraphError::isExpiredCursor)
                .retry()
                .atMost(RESTARTS)
                .map(pages -> pages.stream().flatMap(GraphClient::templates).toList());
    }

    /** Submits a template. Meta may give it another category than the one asked for. */
    public Uni<SubmittedTemplate> createTemplate(String accessToken, String wabaId, JsonObject template) {
        return answer(post(accessToken, wabaId + "/message_templates"), template)
                .map(SubmittedTemplate::of);
    }

    /** Submits a change of a template: all of its components, and what else is to change. */
    public Uni<Void> editTemplate(String accessToken, String templateId, JsonObject change) {
        return answer(post(accessToken, templateId), change).replaceWithVoid();
    }

    /** Deletes one language of a template. */
    public Uni<Void> deleteTemplate(String accessToken, String wabaId, String templateId, String name) {
        return answer(http.deleteAbs(endpoint.url(wabaId + "/message_templates"))
                        .bearerTokenAuthentication(accessToken)
                        .addQueryParam("hsm_id", templateId)
                        .addQueryParam("name", name))
                .replaceWithVoid();
    }

    private Uni<List<Lenient>> rest(HttpRequest<Buffer> list, String after, List<Lenient> pages) {
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

    private HttpRequest<Buffer> get(String accessToken, String path) {
        return http.getAbs(endpoint.url(path)).bearerTokenAuthentication(accessToken);
    }

    private HttpRequest<Buffer> post(String accessToken, String path) {
        return http.postAbs(endpoint.url(path)).bearerTokenAuthentication(accessToken);
    }

    private Uni<Lenient> answer(HttpRequest<Buffer> request) {
        return answer(request.timeout(DEADLINE.toMillis()).send());
    }

    private Uni<Lenient> answer(HttpRequest<Buffer> request, JsonObject body) {
        return answer(request.timeout(DEADLINE.toMillis()).sendJsonObject(body));
    }

    private static Uni<Lenient> answer(Uni<HttpResponse<Buffer>> response) {
        return response.onFailure()
                .transform(cause -> new GraphUnreachable("No answer from Meta", cause))
                .map(GraphClient::read);
    }

    private static Lenient read(HttpResponse<Buffer> response) {
        byte[] body = response.body() == null ? new byte[0] : response.body().getBytes();
        return GraphAnswer.read(response.statusCode(), body);
    }
}
