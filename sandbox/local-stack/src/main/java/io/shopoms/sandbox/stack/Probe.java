package io.shopoms.sandbox.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Asks a part whether it is ready. */
final class Probe {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** Empty when ready, else what it answers instead. */
    Optional<String> notReady(Part.Readiness readiness) {
        try {
            return readiness.http().isPresent() ? ask(readiness.http().get()) : connect(readiness.port());
        } catch (IOException e) {
            return Optional.of("does not answer yet");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackProblem("interrupted", e);
        }
    }

    private Optional<String> ask(String url) throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build(), BodyHandlers.ofString());
        return answer.statusCode() == 200
                ? Optional.empty()
                : Optional.of(
                        "answers " + answer.statusCode() + ": " + answer.body().replaceAll("\\s+", " "));
    }

    private static Optional<String> connect(int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
            return Optional.empty();
        }
    }
}
