package io.shopoms.sandbox.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Asks a simulator's control API, or a service's own. */
final class ControlCall {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String origin;
    private final String token;

    /** @param token empty for none */
    ControlCall(String origin, String token) {
        this.origin = origin;
        this.token = token;
    }

    JsonNode get(String path) {
        return send(HttpRequest.newBuilder(URI.create(origin + path)));
    }

    JsonNode post(String path, String json) {
        return send("POST", path, json);
    }

    JsonNode put(String path, String json) {
        return send("PUT", path, json);
    }

    private JsonNode send(String method, String path, String json) {
        return send(HttpRequest.newBuilder(URI.create(origin + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json)));
    }

    private JsonNode send(HttpRequest.Builder request) {
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(origin + " answers " + answer.statusCode() + ": " + answer.body());
            }
            return OdooCalls.JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(origin + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
