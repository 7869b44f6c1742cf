package io.shopoms.sandbox.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopoms.sandbox.stack.StackStatus;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Bare calls of an Odoo, two in flight as shopOMS has them, and nothing else. */
final class OdooCalls {

    static final ObjectMapper JSON = new ObjectMapper();

    /** Records in a call. */
    private static final int BATCH = 50;

    private static final int IN_FLIGHT = 2;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final StackStatus.OdooAccess odoo;

    OdooCalls(StackStatus.OdooAccess odoo) {
        this.odoo = odoo;
    }

    /** Makes records of which there are {@code count}, beginning with the number {@code first}. */
    interface Batch {

        void make(long first, int count);
    }

    /** Makes {@code count} records in batches; records per second. */
    double rate(long first, int count, Batch batch) throws InterruptedException {
        ExecutorService lanes = Executors.newFixedThreadPool(IN_FLIGHT);
        try {
            long start = System.nanoTime();
            List<Future<?>> batches = new ArrayList<>();
            for (long from = first; from < first + count; from += BATCH) {
                long begin = from;
                int size = (int) Math.min(BATCH, first + count - from);
                batches.add(lanes.submit(() -> batch.make(begin, size)));
            }
            for (Future<?> each : batches) {
                each.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            }
            return count / ((System.nanoTime() - start) / 1e9);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Odoo did not take bare records", e);
        } finally {
            lanes.shutdownNow();
        }
    }

    /** The ids of what {@code load} was given, in order. */
    JsonNode load(String model, String arguments, int count) {
        JsonNode answer = call(model, "load", arguments);
        JsonNode ids = answer.path("ids");
        if (ids.size() != count) {
            throw new IllegalStateException("Odoo refused bare records of " + model + ": " + answer.path("messages"));
        }
        return ids;
    }

    Optional<Long> found(String model, String domain) {
        JsonNode records = call(model, "search_read", "{\"domain\":" + domain + ",\"fields\":[\"id\"],\"limit\":1}");
        return records.isEmpty()
                ? Optional.empty()
                : Optional.of(records.get(0).path("id").asLong());
    }

    JsonNode call(String model, String method, String arguments) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(odoo.url() + "/json/2/" + model + "/" + method))
                .timeout(LIMIT)
                .header("Authorization", "bearer " + odoo.apiKey())
                .header("X-Odoo-Database", odoo.database())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(arguments))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("Odoo answers " + answer.statusCode() + " to " + model + "/" + method);
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException("Odoo does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
