package io.tiercast.hook;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Somebody's own program that is told what happens. */
final class Listener implements AutoCloseable {

    record Post(Headers headers, String body) {

        String header(String name) {
            return headers.getFirst(name);
        }
    }

    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int answer = 200;

    Listener() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/told";
    }

    /** From now on it answers so. What is not taken is forgotten. */
    void answers(int status) {
        answer = status;
    }

    List<Post> posts() {
        return posts;
    }

    /** The ids, or what else the path names, of the events of a type. */
    <T> List<T> all(String type, String path) {
        return found("it.type=='" + type + "'", path);
    }

    /** The states that a campaign was told to have entered. */
    List<String> states(long campaign) {
        return found("it.type=='CAMPAIGN_STATE' && it.data.campaignId==" + campaign, "data.state");
    }

    private <T> List<T> found(String condition, String path) {
        return posts.stream()
                .flatMap(post ->
                        JsonPath.from(post.body()).<T>getList("events.findAll{" + condition + "}." + path).stream())
                .toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (answer == 200) {
            posts.add(new Post(exchange.getRequestHeaders(), body));
        }
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
