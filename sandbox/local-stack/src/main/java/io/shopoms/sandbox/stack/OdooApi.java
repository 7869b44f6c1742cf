package io.shopoms.sandbox.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Does in Odoo what a person in the warehouse would, over JSON-2, so that the demo runs on a real Odoo as well. */
final class OdooApi {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final StackStatus.OdooAccess odoo;

    OdooApi(StackStatus.OdooAccess odoo) {
        this.odoo = odoo;
    }

    JsonNode search(String model, String domain, String fields) {
        return call(model, "search_read", "{\"domain\":" + domain + ",\"fields\":" + fields + "}");
    }

    JsonNode call(String model, String method, String arguments) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(odoo.url() + "/json/2/" + model + "/" + method))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "bearer " + odoo.apiKey())
                .header("X-Odoo-Database", odoo.database())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(arguments))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new StackProblem("Odoo answers " + answer.statusCode() + " to " + model + "." + method + ": "
                        + messageIn(answer.body()));
            }
            return Json.MAPPER.readTree(answer.body());
        } catch (IOException e) {
            throw new StackProblem("Odoo at " + odoo.url() + " does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackProblem("interrupted", e);
        }
    }

    private static String messageIn(String body) {
        try {
            return Json.MAPPER.readTree(body).path("message").asText("(no message)");
        } catch (IOException e) {
            return "(not JSON)";
        }
    }
}
