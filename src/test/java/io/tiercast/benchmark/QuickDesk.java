package io.tiercast.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tiercast.outside.GraphResponse;
import io.tiercast.outside.SlidingSecond;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;

/** Takes sends and answers them after the latency. Lives on one event loop. */
final class QuickDesk {

    private record Answer(HttpServerRequest request, int status, Buffer body, long due) {}

    private static final byte[] HEAD =
            "{\"messaging_product\":\"whatsapp\",\"contacts\":[{\"input\":\"".getBytes(US_ASCII);
    private static final Buffer THROTTLED = GraphResponse.refusal(
                    130429, "Cloud API message throughput has been reached.")
            .body()
            .toBuffer();

    private final QuickReports reports;
    private final Deque<Answer> waiting = new ArrayDeque<>();
    private QuickSettings settings = QuickSettings.dispatchAlone();
    private SlidingSecond throughput;
    private int serial;
    private int accepted;
    private int refused;
    private long first;
    private long last;

    QuickDesk(Vertx vertx, QuickReports reports) {
        this.reports = reports;
        vertx.setPeriodic(1, ignored -> answerDue());
    }

    void settings(QuickSettings changed) {
        settings = changed;
        throughput = changed.perSecond() == 0 ? null : new SlidingSecond(changed.perSecond());
        accepted = 0;
        refused = 0;
    }

    void take(HttpServerRequest request) {
        request.body().onSuccess(body -> take(request, body.getBytes()));
    }

    JsonObject figures() {
        return new JsonObject()
                .put("accepted", accepted)
                .put("throttled", refused)
                .put("sendSeconds", (last - first) / 1e9);
    }

    private void take(HttpServerRequest request, byte[] body) {
        long now = System.nanoTime();
        if (throughput != null && !throughput.admits()) {
            refused++;
            later(new Answer(request, 400, THROTTLED, now + settings.latency().toNanos()));
            return;
        }
        first = accepted++ == 0 ? now : first;
        last = now;
        QuickMessage message = new QuickMessage(MessageScan.to(body), MessageScan.callback(body), ++serial, now);
        reports.accepted(message);
        later(new Answer(
                request, 200, acceptance(message), now + settings.latency().toNanos()));
    }

    private static Buffer acceptance(QuickMessage message) {
        return Buffer.buffer(200)
                .appendBytes(HEAD)
                .appendBytes(message.to)
                .appendString("\",\"wa_id\":\"")
                .appendBytes(message.to, 1, message.to.length - 1)
                .appendString("\"}],\"messages\":[{\"id\":\"wamid.Q")
                .appendString(Integer.toString(message.serial))
                .appendString("\",\"message_status\":\"accepted\"}]}");
    }

    /** One clock for all answers: a timer for each would cost more than all the rest. */
    private void later(Answer answer) {
        if (settings.latency().isZero()) {
            send(answer);
        } else {
            waiting.addLast(answer);
        }
    }

    private void answerDue() {
        long now = System.nanoTime();
        while (!waiting.isEmpty() && waiting.peekFirst().due() <= now) {
            send(waiting.removeFirst());
        }
    }

    private static void send(Answer answer) {
        answer.request()
                .response()
                .setStatusCode(answer.status())
                .putHeader("Content-Type", "application/json; charset=UTF-8")
                .end(answer.body());
    }
}
