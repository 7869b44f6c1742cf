package io.shopoms.sandbox.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Asks the stack's own parts for JSON. */
final class HttpJson {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Optional<String> bearer;

    HttpJson(Optional<String> bearer) {
        this.bearer = bearer;
    }

    JsonNode get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).GET());
    }

    JsonNode post(String url, String body) {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private JsonNode send(HttpRequest.Builder request) {
        bearer.ifPresent(token -> request.header("Authorization", "Bearer " + token));
        HttpRequest built = request.timeout(Duration.ofSeconds(20)).build();
        try {
            HttpResponse<String> answer = http.send(built, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 404) {
                return Json.MAPPER.missingNode();
            }
            if (answer.statusCode() >= 300) {
                throw new StackProblem(
                        built.method() + " " + built.uri() + " answers " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body().isBlank() ? Json.MAPPER.missingNode() : Json.MAPPER.readTree(answer.body());
        } catch (IOException e) {
            throw new StackProblem(built.uri() + " does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackProblem("interrupted", e);
        }
    }
}
