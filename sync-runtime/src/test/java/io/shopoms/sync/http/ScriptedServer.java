package io.shopoms.sync.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A server on a free port of 127.0.0.1 that answers each request with the next {@link Reply} of its script, byte by byte
 * as a real one would, and the last one again once the script is used up. It reads requests to their end and keeps them.
 */
public final class ScriptedServer implements AutoCloseable {

    /** A request as received; header names in lower case. */
    public record Request(String method, String path, Map<String, String> headers, String body) {

        public String header(String name) {
            return headers.get(name.toLowerCase(Locale.ROOT));
        }
    }

    /** What happens once a request is complete. */
    public interface Reply {
        void to(NetSocket socket);
    }

    private final NetServer server;
    private final Vertx vertx;
    private final Queue<Reply> script = new ConcurrentLinkedQueue<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private volatile Reply last = status(501);

    public ScriptedServer(Vertx vertx) {
        this.vertx = vertx;
        this.server = vertx.createNetServer(
                        new NetServerOptions().setHost("127.0.0.1").setPort(0))
                .connectHandler(this::serve)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    public ScriptedServer then(Reply... replies) {
        script.addAll(List.of(replies));
        return this;
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    public Request request() {
        return requests.get(requests.size() - 1);
    }

    public int connections() {
        return connections.get();
    }

    public int closedConnections() {
        return closed.get();
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    /** HTTP/1.0 with a close, as Odoo's workers answer. */
    public static Reply http10(int status, String contentType, String body) {
        return socket -> {
            socket.write(
                    Buffer.buffer("HTTP/1.0 " + status + " X\r\nContent-Type: " + contentType + "\r\nContent-Length: "
                            + body.getBytes(StandardCharsets.UTF_8).length + "\r\nConnection: close\r\n\r\n" + body));
            socket.end();
        };
    }

    public static Reply json(String body) {
        return answer(200, "application/json; charset=utf-8", "", body);
    }

    public static Reply json(int status, String body) {
        return answer(status, "application/json; charset=utf-8", "", body);
    }

    public static Reply html(int status) {
        return answer(status, "text/html; charset=utf-8", "", "<!DOCTYPE html><title>" + status + "</title>");
    }

    public static Reply status(int status) {
        return answer(status, "text/plain", "", "");
    }

    /** @param headers complete lines, each with its line end */
    public static Reply answer(int status, String contentType, String headers, String body) {
        return socket -> socket.write(Buffer.buffer("HTTP/1.1 " + status + " X\r\nContent-Type: " + contentType + "\r\n"
                + headers + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body));
    }

    /** Closes without a word: the call may have been carried out. */
    public static Reply cutOff() {
        return NetSocket::close;
    }

    /** Half an answer, then nothing more. */
    public static Reply halfAnswer() {
        return socket -> {
            socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"data\"");
            socket.end();
        };
    }

    public static Reply silence() {
        return socket -> {};
    }

    public Reply after(long millis, Reply reply) {
        return socket -> vertx.setTimer(millis, timer -> reply.to(socket));
    }

    /** A body of this many bytes without saying so before. */
    public static Reply chunked(int kilobytes) {
        return socket -> {
            socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
            String chunk = "400\r\n" + " ".repeat(1024) + "\r\n";
            for (int i = 0; i < kilobytes; i++) {
                socket.write(chunk);
            }
            socket.write("0\r\n\r\n");
        };
    }

    private void serve(NetSocket socket) {
        connections.incrementAndGet();
        socket.closeHandler(end -> closed.incrementAndGet());
        AtomicReference<Buffer> received = new AtomicReference<>(Buffer.buffer());
        socket.exceptionHandler(reset -> {});
        socket.handler(part -> {
            Request request = complete(received.get().appendBuffer(part).toString(StandardCharsets.UTF_8));
            if (request != null) {
                requests.add(request);
                received.set(Buffer.buffer());
                Reply next = script.poll();
                last = next == null ? last : next;
                last.to(socket);
            }
        });
    }

    private static Request complete(String received) {
        int end = received.indexOf("\r\n\r\n");
        if (end < 0) {
            return null;
        }
        String[] lines = received.substring(0, end).split("\r\n");
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] header = lines[i].split(": ?", 2);
            headers.put(header[0].toLowerCase(Locale.ROOT), header[1]);
        }
        String body = received.substring(end + 4);
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        if (body.getBytes(StandardCharsets.UTF_8).length < length) {
            return null;
        }
        String[] start = lines[0].split(" ");
        return new Request(start[0], start[1], headers, body);
    }
}
