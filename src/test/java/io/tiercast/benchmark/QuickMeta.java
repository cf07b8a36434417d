package io.tiercast.benchmark;

import io.tiercast.outside.Account;
import io.tiercast.outside.Graph;
import io.tiercast.outside.GraphResponse;
import io.tiercast.outside.Templates;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * A simulated Meta for benchmarks: a process of its own on one event loop that spends as little as possible on a message, so that
 * what is measured is the application. It checks nothing and keeps no books; {@link io.tiercast.outside.OutsideMeta} does.
 * {@code /control} is for the benchmark.
 */
final class QuickMeta {

    static final Account UNLIMITED = account("500600", "900100", "700800", "TIER_UNLIMITED");

    /** Another portfolio with another number: its window is counted. */
    static final Account LIMITED = account("500601", "900101", "700801", "TIER_100K");

    private final QuickReports reports;
    private final QuickDesk desk;
    private final List<Graph> graphs = List.of(new Graph(UNLIMITED), new Graph(LIMITED));

    private QuickMeta(Vertx vertx) {
        this.reports = new QuickReports(vertx, UNLIMITED);
        this.desk = new QuickDesk(vertx, reports);
    }

    public static void main(String[] port) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        vertx.runOnContext(ignored -> vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(Integer.parseInt(port[0])))
                .requestHandler(new QuickMeta(vertx)::receive)
                .listen()
                .onFailure(failure -> {
                    System.err.println(failure.getMessage()); // its console is all that a process of its own has
                    vertx.close();
                }));
    }

    private static Account account(String number, String waba, String portfolio, String limit) {
        return new Account(
                number, waba, portfolio, "quick-token", "quick-secret", "+91 22 5550 2222", limit, Templates.all());
    }

    private void receive(HttpServerRequest request) {
        if (request.path().endsWith("/messages")) {
            desk.take(request);
        } else if (request.path().startsWith("/control/")) {
            control(request);
        } else {
            GraphResponse answer = read(request);
            request.response().setStatusCode(answer.status());
            answer(request, answer.body());
        }
    }

    private GraphResponse read(HttpServerRequest request) {
        String[] path = request.path().split("/");
        return graphs.stream()
                .map(graph -> graph.get(path, request.params()))
                .filter(answer -> answer.status() == 200)
                .findFirst()
                .orElseGet(() -> graphs.get(0).get(path, request.params()));
    }

    private void control(HttpServerRequest request) {
        if (request.method() == HttpMethod.POST) {
            change(request);
        }
        boolean times = request.path().equals("/control/times");
        answer(request, times ? reports.times() : desk.figures().mergeIn(reports.figures()));
    }

    private void change(HttpServerRequest request) {
        switch (request.path()) {
            case "/control/webhook" -> reports.webhook(request.getParam("address"));
            case "/control/release" ->
                reports.release(
                        Integer.parseInt(request.getParam("messages")),
                        Integer.parseInt(request.getParam("perCall")),
                        Integer.parseInt(request.getParam("calls")));
            default -> {
                QuickSettings settings = QuickSettings.of(request.params());
                desk.settings(settings);
                reports.settings(settings);
            }
        }
    }

    private static void answer(HttpServerRequest request, JsonObject body) {
        request.response().putHeader("Content-Type", "application/json").end(body.toBuffer());
    }
}
