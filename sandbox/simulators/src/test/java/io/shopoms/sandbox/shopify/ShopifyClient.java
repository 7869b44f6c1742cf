package io.shopoms.sandbox.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.fault.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** A plain HTTP client of the simulated Shopify. */
final class ShopifyClient {

    private final HttpClient http = HttpClient.newHttpClient();
    private final ShopifySimulator shopify;
    private String token;
    private String version = "2026-10";

    ShopifyClient(ShopifySimulator shopify) {
        this.shopify = shopify;
        this.token = shopify.settings().accessToken();
    }

    ShopifyClient withToken(String other) {
        token = other;
        return this;
    }

    ShopifyClient withVersion(String other) {
        version = other;
        return this;
    }

    /** The text of a document beside the tests. */
    static String document(String name) {
        try (InputStream in = ShopifyClient.class.getResourceAsStream("/graphql-appendix/" + name + ".graphql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole answer: data, errors, extensions. */
    JsonNode run(String query, Map<String, Object> variables) {
        return json(post(
                "/admin/api/" + version + "/graphql.json",
                Json.MAPPER.valueToTree(Map.of("query", query, "variables", variables))));
    }

    HttpResponse<String> post(String path, JsonNode body) {
        HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        if (token != null) {
            request.header("X-Shopify-Access-Token", token);
        }
        return send(request.header("Content-Type", "application/json"));
    }

    HttpResponse<String> form(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Posts the fields and behind them a file. */
    HttpResponse<String> multipart(String url, Map<String, String> fields, String file) {
        String boundary = "boundary-of-the-test";
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                + name + "\"\r\n\r\n" + value + "\r\n"));
        body.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"lines.jsonl\"\r\n"
                + "Content-Type: text/jsonl\r\n\r\n" + file + "\r\n--" + boundary + "--\r\n");
        return send(request(URI.create(url).getPath())
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    HttpResponse<String> put(String path, JsonNode body) {
        return send(request(path).PUT(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    static JsonNode json(HttpResponse<String> answer) {
        return json(answer.body());
    }

    static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(shopify.uri() + path)).timeout(Duration.ofSeconds(60));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
