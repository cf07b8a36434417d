package io.tiercast.benchmark;

import io.tiercast.benchmark.QuickSettings.Reports;
import io.tiercast.benchmark.ReportBody.Report;
import io.tiercast.outside.Account;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Reports sent, delivered and read of everybody, each once, in calls of a given size, until they are answered with 200. Lives on
 * one event loop.
 */
final class QuickReports {

    /** Waits for its turn: messages in the order of their acceptance, each due the same time after it. */
    private record Stage(String status, long delay, Deque<QuickMessage> waiting) {

        Stage(String status, int delayMillis) {
            this(status, Duration.ofMillis(delayMillis).toNanos(), new ArrayDeque<>());
        }

        long due() {
            return waiting.isEmpty() ? Long.MAX_VALUE : waiting.peekFirst().from + delay;
        }
    }

    private static final int MOST_CALLS = 256;
    private static final long ROUND_MILLIS = 2;
    private static final long RETRY_MILLIS = 200;

    /** A call that is not full leaves after that long. */
    private static final long LINGER = Duration.ofMillis(25).toNanos();

    private final Vertx vertx;
    private final HttpClient http;
    private final ReportBody body;
    private final List<Stage> stages =
            List.of(new Stage("sent", 100), new Stage("delivered", 250), new Stage("read", 500));
    private final Deque<QuickMessage> held = new ArrayDeque<>();
    private QuickSettings settings = QuickSettings.dispatchAlone();
    private RequestOptions webhook;
    private List<Report> filling = new ArrayList<>();
    private int underWay;
    private ReportFigures figures = new ReportFigures();

    QuickReports(Vertx vertx, Account account) {
        this.vertx = vertx;
        this.http = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(MOST_CALLS));
        this.body = new ReportBody(account);
        vertx.setPeriodic(ROUND_MILLIS, ignored -> pump());
    }

    void webhook(String address) {
        webhook = new RequestOptions().setMethod(HttpMethod.POST).setAbsoluteURI(address);
    }

    void settings(QuickSettings changed) {
        settings = changed;
        figures = new ReportFigures();
        held.clear();
    }

    void accepted(QuickMessage message) {
        if (settings.reports() == Reports.MADE) {
            stages.forEach(stage -> stage.waiting().addLast(message));
        } else if (settings.reports() == Reports.HELD) {
            held.addLast(message);
        }
    }

    /** What was held of so many messages is to be reported now. */
    void release(int messages, int perCall, int calls) {
        settings = new QuickSettings(settings.latency(), settings.perSecond(), Reports.HELD, perCall, calls);
        figures = new ReportFigures();
        long now = System.nanoTime();
        for (int i = 0; i < messages && !held.isEmpty(); i++) {
            QuickMessage message = held.removeFirst();
            message.from = now;
            stages.forEach(stage -> stage.waiting().addLast(message));
        }
    }

    JsonObject figures() {
        int pending = filling.size()
                + stages.stream().mapToInt(s -> s.waiting().size()).sum();
        return figures.json().put("pending", pending + figures.underWay()).put("held", held.size());
    }

    JsonObject times() {
        return figures.times();
    }

    private void pump() {
        while (webhook != null && underWay < settings.calls() && fill()) {
            List<Report> load = filling;
            filling = new ArrayList<>(settings.perCall());
            underWay++;
            figures.posted(load.size());
            post(load);
        }
    }

    /** Whether a call should leave now. */
    private boolean fill() {
        long now = System.nanoTime();
        Stage next = next();
        while (filling.size() < settings.perCall() && next.due() <= now) {
            filling.add(new Report(next.waiting().removeFirst(), next.status(), now));
            next = next();
        }
        return filling.size() == settings.perCall()
                || (!filling.isEmpty() && now - filling.get(0).due() > LINGER);
    }

    private Stage next() {
        Stage next = stages.get(0);
        for (Stage stage : stages) {
            next = stage.due() < next.due() ? stage : next;
        }
        return next;
    }

    private void post(List<Report> load) {
        Buffer text = body.write(load);
        String signature = body.signature(text);
        long start = System.nanoTime();
        http.request(webhook)
                .compose(request -> send(request, signature, text))
                .onComplete(status -> answered(load, start, status.succeeded() && status.result() == 200));
    }

    private static Future<Integer> send(HttpClientRequest request, String signature, Buffer text) {
        return request.putHeader("Content-Type", "application/json")
                .putHeader("X-Hub-Signature-256", signature)
                .send(text)
                .compose(answer -> answer.end().map(answer.statusCode()));
    }

    private void answered(List<Report> load, long start, boolean acknowledged) {
        if (!acknowledged) {
            figures.refused();
            vertx.setTimer(RETRY_MILLIS, ignored -> post(load));
            return;
        }
        underWay--;
        figures.acknowledged(load.size(), System.nanoTime() - start);
        pump();
    }
}
