package io.shopoms.sandbox.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.BindException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An HTTP server on 127.0.0.1, or {@code SIM_HOST}, for one simulated API, with a control API for faults below
 * {@code /control}. Requests run one after the other on a single event loop, so the simulated API needs no locks of its own
 * against other requests.
 */
public final class SimulatedServer implements AutoCloseable {

    private static final long LARGEST_BODY = 32L * 1024 * 1024;
    private static final int REMEMBERED_REQUESTS = 5_000;
    private static final int START_SECONDS = 20;

    private final String name;
    private final Vertx vertx;
    private final Router router;
    private final Faults faults = new Faults();
    private final RequestLog requests = new RequestLog(REMEMBERED_REQUESTS);
    private final Exchanges exchanges;
    private HttpServer http;

    /**
     * @param name for messages: {@code simulated Shopify}
     * @param reset what {@code POST /control/reset} does beyond forgetting faults and requests
     */
    public SimulatedServer(String name, Runnable reset) {
        this.name = name;
        this.vertx = Vertx.vertx(
                new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1).setInternalBlockingPoolSize(1));
        this.router = Router.router(vertx);
        this.exchanges = new Exchanges(faults, requests);
        router.route().handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
        new FaultControl(faults, requests, reset).addTo(this);
    }

    /**
     * Begins to accept connections.
     *
     * @param port 0 for any free one
     * @throws IllegalStateException if the port is taken
     */
    public SimulatedServer listen(int port) {
        Future<HttpServer> listening = vertx.createHttpServer(new HttpServerOptions()
                        .setHost(host())
                        .setPort(port)
                        .setMaxHeaderSize(32 * 1024)
                        .setHttp2ClearTextEnabled(false))
                .requestHandler(router)
                .listen();
        try {
            http = listening.toCompletionStage().toCompletableFuture().get(START_SECONDS, TimeUnit.SECONDS);
            return this;
        } catch (ExecutionException e) {
            vertx.close();
            String reason = e.getCause() instanceof BindException ? "is taken" : "cannot be opened";
            throw new IllegalStateException("port " + port + " for the " + name + " " + reason, e.getCause());
        } catch (TimeoutException e) {
            vertx.close();
            throw new IllegalStateException("the " + name + " did not start within " + START_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the " + name + " was starting", e);
        }
    }

    /** For a container, whose own ports say who may reach it. */
    private static String host() {
        String host = System.getenv("SIM_HOST");
        return host == null || host.isBlank() ? "127.0.0.1" : host;
    }

    public Vertx vertx() {
        return vertx;
    }

    public Router router() {
        return router;
    }

    public Faults faults() {
        return faults;
    }

    public RequestLog requests() {
        return requests;
    }

    public int port() {
        return http.actualPort();
    }

    /** {@code http://127.0.0.1:<port>}, without a slash at the end. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** The request's body; empty if it has none. */
    public static Buffer body(RoutingContext context) {
        Buffer body = context.body().buffer();
        return body == null ? Buffer.buffer() : body;
    }

    /**
     * Answers a request of the simulated API, unless a fault gets in between.
     *
     * @param work carries the request out; must not block
     * @param throttled how this API says "too many requests"
     */
    public void answer(RoutingContext context, Operation operation, Supplier<Answer> work, Supplier<Answer> throttled) {
        exchanges.run(context, operation, work, throttled);
    }

    /** The same for an API that answers 429 when it has had too many requests. */
    public void answer(RoutingContext context, Operation operation, Supplier<Answer> work) {
        exchanges.run(context, operation, work, () -> Answer.text(429, "Too Many Requests"));
    }

    /**
     * Adds {@code /control<path>}: JSON in, JSON out. An {@link IllegalArgumentException} is answered with 400, a
     * {@link NoSuchElementException} with 404, each with its message.
     */
    public void control(HttpMethod method, String path, Function<ControlRequest, Object> work) {
        router.route(method, "/control" + path)
                .handler(context -> respond(context, request -> Answer.json(200, work.apply(request))));
    }

    /** The same for an answer that is not JSON; no fault gets in between. */
    public void respond(RoutingContext context, Function<ControlRequest, Answer> work) {
        Exchanges.send(context, controlled(context, work));
    }

    private static Answer controlled(RoutingContext context, Function<ControlRequest, Answer> work) {
        try {
            Buffer body = body(context);
            JsonNode json = body.length() == 0 ? Json.MAPPER.createObjectNode() : Json.MAPPER.readTree(body.toString());
            if (!json.isObject()) {
                throw new IllegalArgumentException("the body must be a JSON object");
            }
            Map<String, String> query = new LinkedHashMap<>();
            context.queryParams().forEach(entry -> query.putIfAbsent(entry.getKey(), entry.getValue()));
            return work.apply(new ControlRequest(context.pathParams(), query, json));
        } catch (JsonProcessingException e) {
            return Answer.json(400, Map.of("error", "the body is not JSON: " + e.getOriginalMessage()));
        } catch (IllegalArgumentException e) {
            return Answer.json(400, Map.of("error", String.valueOf(e.getMessage())));
        } catch (NoSuchElementException e) {
            return Answer.json(404, Map.of("error", String.valueOf(e.getMessage())));
        }
    }

    @Override
    public void close() {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the " + name + " did not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
