package io.shopoms.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.fault.Fault;
import io.shopoms.sandbox.shopify.bulk.BulkFault;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bulk queries and mutations, with the documents that apps send. */
class BulkTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final String PRODUCTS =
            "{ products { edges { node { id title variants { edges { node { id sku price } } } } } } }";
    private static final String SET =
            "mutation Set($input: ProductSetInput!) { productSet(input: $input, synchronous: true)"
                    + " { product { id variants(first: 1) { nodes { sku } } } userErrors { code field message } } }";

    private ShopifySimulator shopify;
    private ShopifyClient client;

    @BeforeEach
    void start() {
        shopify = ShopifySimulator.start(ShopifySettings.defaults());
        shopify.bulk().take(Duration.ofMillis(5));
        client = new ShopifyClient(shopify);
    }

    @AfterEach
    void stop() {
        shopify.close();
    }

    @Test
    void aQueryGivesEveryRecordALineWithChildrenBehindTheirParents() {
        // Given
        for (int i = 0; i < 230; i++) {
            shopify.catalog()
                    .create("{\"title\":\"P" + i + "\",\"sku\":\"S" + i + "\",\"options\":{\"Size\":[\"S\",\"M\"]}}");
        }

        // When
        JsonNode done = ended(query(PRODUCTS));
        List<JsonNode> lines = lines(done.path("url").asText());

        // Then
        assertThat(done.path("status").asText()).isEqualTo("COMPLETED");
        assertThat(done.path("objectCount").asText()).isEqualTo("690");
        assertThat(done.path("rootObjectCount").asText()).isEqualTo("230");
        assertThat(lines).hasSize(690);
        assertThat(lines.get(0).path("title").asText()).isEqualTo("P0");
        assertThat(lines.get(0).has("variants")).isFalse();
        assertThat(lines.get(1).path("__parentId")).isEqualTo(lines.get(0).path("id"));
        assertThat(lines.get(2).path("sku").asText()).isEqualTo("S0-2");
        assertThat(lines.get(3).has("__parentId")).isFalse();
    }

    @Test
    void connectionsInsideAreNotCutAt250() {
        // Given
        List<String> sizes = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            sizes.add("\"" + i + "\"");
        }
        shopify.catalog().create("{\"title\":\"Large\",\"options\":{\"Size\":" + sizes + "}}");

        // When
        JsonNode done = ended(query(PRODUCTS));

        // Then
        assertThat(done.path("objectCount").asText()).isEqualTo("401");
    }

    @Test
    void aQueryThatFindsNothingHasNoFile() {
        // When
        JsonNode done = ended(query(PRODUCTS));

        // Then
        assertThat(done.path("status").asText()).isEqualTo("COMPLETED");
        assertThat(done.path("objectCount").asText()).isEqualTo("0");
        assertThat(done.path("url").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ shop { name } } | Bulk queries must contain at least one connection.",
                "{ products { edges { node { colour } } } } | Invalid bulk query",
                "{ products { edges { node { title variants { edges { node { id } } } } } } } | must select the `id` field",
                "mutation { productDelete(input: {id: \"x\"}) { deletedProductId } } | Invalid bulk query"
            })
    void aQueryThatCannotBeRunInBulkIsRefused(String query, String message) {
        // When
        JsonNode refused = client.run(ShopifyClient.document("bulk_run_query"), Map.of("query", query))
                .at("/data/bulkOperationRunQuery");

        // Then
        assertThat(refused.path("bulkOperation").isNull()).isTrue();
        assertThat(refused.at("/userErrors/0/code").asText()).isEqualTo("INVALID");
        assertThat(refused.at("/userErrors/0/message").asText()).contains(message);
    }

    @Test
    void theSixthQueryAtOnceIsRefused() {
        // Given
        shopify.bulk().take(Duration.ofMinutes(5));
        for (int i = 0; i < 5; i++) {
            query(PRODUCTS);
        }

        // When
        JsonNode sixth = client.run(ShopifyClient.document("bulk_run_query"), Map.of("query", PRODUCTS))
                .at("/data/bulkOperationRunQuery");

        // Then
        assertThat(sixth.at("/userErrors/0/code").asText()).isEqualTo("OPERATION_IN_PROGRESS");
        assertThat(sixth.at("/userErrors/0/message").asText())
                .contains("already in progress: gid://shopify/BulkOperation/");
        assertThat(shopify.bulk().operations()).hasSize(5);
    }

    @Test
    void anOperationIsCanceledOnce() {
        // Given
        shopify.bulk().take(Duration.ofMinutes(5));
        String id = query(PRODUCTS);
        String cancel =
                "mutation C($id: ID!) { bulkOperationCancel(id: $id) { bulkOperation { status } userErrors { message } } }";

        // When
        JsonNode first = client.run(cancel, Map.of("id", id)).at("/data/bulkOperationCancel");
        JsonNode done = ended(id);
        JsonNode again = client.run(cancel, Map.of("id", id)).at("/data/bulkOperationCancel");

        // Then
        assertThat(first.at("/bulkOperation/status").asText()).isEqualTo("CANCELING");
        assertThat(done.path("status").asText()).isEqualTo("CANCELED");
        assertThat(again.at("/userErrors/0/message").asText())
                .isEqualTo("A bulk operation cannot be canceled when it is canceled");
    }

    @Test
    void operationsFailInTheMiddleOrLoseLinesWhenTheyAreTold() {
        // Given
        for (int i = 0; i < 150; i++) {
            shopify.catalog().create("S" + i, "P" + i, "1");
        }
        shopify.bulk().fail(BulkFault.fail(100, "TIMEOUT"));
        shopify.bulk().fail(BulkFault.truncate(10));

        // When
        JsonNode failed = ended(query(PRODUCTS));
        JsonNode truncated = ended(query(PRODUCTS));

        // Then
        assertThat(failed.path("status").asText()).isEqualTo("FAILED");
        assertThat(failed.path("errorCode").asText()).isEqualTo("TIMEOUT");
        assertThat(failed.path("url").isNull()).isTrue();
        assertThat(lines(failed.path("partialDataUrl").asText())).hasSize(200);
        assertThat(truncated.path("objectCount").asText()).isEqualTo("300");
        assertThat(lines(truncated.path("url").asText())).hasSize(10);
    }

    @Test
    void aDownloadBreaksOffInTheMiddleWhenItIsTold() {
        // Given
        shopify.catalog().create("S", "P", "1");
        String url = ended(query(PRODUCTS)).path("url").asText();
        shopify.faults().add(Fault.cut("bulk-result"));

        // When
        Throwable broken = catchThrowable(() -> lines(url));

        // Then
        assertThat(broken).isInstanceOf(UncheckedIOException.class);
        assertThat(lines(url)).hasSize(2);
    }

    @Test
    void withoutTheScopeAQueryFails() {
        // Given
        shopify.catalog().create("S", "P", "1");
        shopify.grantScopes(Set.of("read_orders"));

        // When
        JsonNode done = ended(query(PRODUCTS));

        // Then
        assertThat(done.path("status").asText()).isEqualTo("FAILED");
        assertThat(done.path("errorCode").asText()).isEqualTo("ACCESS_DENIED");
    }

    @Test
    void aMutationRunsOnceForEachLineAndABadLineStopsNoOther() {
        // Given
        String path = upload(String.join(
                "\n",
                "{\"input\":{\"title\":\"A\"}}",
                "{\"input\":{\"title\":\"\"}}",
                "{\"input\":",
                "{\"input\":{\"colour\":\"red\"}}",
                "{\"input\":{\"title\":\"B\"}}"));

        // When
        JsonNode done = ended(mutation(SET, path).at("/bulkOperation/id").asText());
        List<JsonNode> lines = lines(done.path("url").asText());

        // Then
        assertThat(done.path("type").asText()).isEqualTo("MUTATION");
        assertThat(done.path("objectCount").asText()).isEqualTo("5");
        assertThat(lines).extracting(line -> line.path("__lineNumber").asInt()).containsExactly(0, 1, 2, 3, 4);
        assertThat(lines.get(0).at("/data/productSet/product/id").asText()).startsWith("gid://shopify/Product/");
        assertThat(lines.get(1).at("/data/productSet/userErrors/0/message").asText())
                .isEqualTo("Title can't be blank");
        assertThat(lines.get(2).path("errors")).hasSize(1);
        assertThat(lines.get(3).path("errors")).hasSize(1);
        assertThat(shopify.catalog().products())
                .extracting(product -> product.title())
                .containsExactly("A", "B");
    }

    @Test
    void aMutationNeedsItsFile() {
        // When
        JsonNode missing = mutation(SET, "tmp/1/bulk/nothing.jsonl");
        JsonNode invalid = mutation("mutation { nothing }", upload("{}"));
        JsonNode empty = mutation(SET, upload(""));

        // Then
        assertThat(missing.at("/userErrors/0/code").asText()).isEqualTo("NO_SUCH_FILE");
        assertThat(invalid.at("/userErrors/0/code").asText()).isEqualTo("INVALID_MUTATION");
        assertThat(empty.at("/userErrors/0/code").asText()).isEqualTo("INVALID_STAGED_UPLOAD_FILE");
    }

    @Test
    void anUploadIsRefusedWithoutItsParametersBeforeTheFile() {
        // Given
        JsonNode target = stage();
        Map<String, String> fields = new HashMap<>();
        target.path("parameters")
                .forEach(each -> fields.put(
                        each.path("name").asText(), each.path("value").asText()));
        fields.remove("policy");

        // When
        HttpResponse<String> refused = client.multipart(target.path("url").asText(), fields, "{}");
        HttpResponse<String> noForm =
                client.form(URI.create(target.path("url").asText()).getPath(), "key=1");

        // Then
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("policy");
        assertThat(noForm.statusCode()).isEqualTo(400);
    }

    @Test
    void theEndOfAnOperationIsToldWithoutTheAddressOfTheResult() {
        // Given
        shopify.catalog().create("S", "P", "1");
        try (WebhookInbox inbox = new WebhookInbox()) {
            shopify.sendWebhooksTo(inbox.uri(), "s", List.of("bulk_operations/finish"));

            // When
            String id = query(PRODUCTS);

            // Then
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(inbox.received()).hasSize(1));
            JsonNode body = ShopifyClient.json(inbox.received().get(0).body().toString());
            assertThat(body.path("admin_graphql_api_id").asText()).isEqualTo(id);
            assertThat(body.path("status").asText()).isEqualTo("completed");
            assertThat(body.path("type").asText()).isEqualTo("query");
            assertThat(body).hasSize(6);
        }
    }

    @Test
    void operationsAreListedByTypeAndStatus() {
        // Given
        shopify.bulk().take(Duration.ofMillis(1));
        ended(query(PRODUCTS));

        // When
        JsonNode running =
                client.run(ShopifyClient.document("bulk_list"), Map.of()).at("/data/bulkOperations/nodes");
        JsonNode completed = client.run(
                        "{ bulkOperations(first: 5, query: \"status:COMPLETED\") { nodes { id } } }", Map.of())
                .at("/data/bulkOperations/nodes");

        // Then
        assertThat(running).isEmpty();
        assertThat(completed).hasSize(1);
    }

    private String query(String query) {
        JsonNode started = client.run(ShopifyClient.document("bulk_run_query"), Map.of("query", query))
                .at("/data/bulkOperationRunQuery");
        assertThat(started.path("userErrors")).as(started.toString()).isEmpty();
        assertThat(started.at("/bulkOperation/status").asText()).isEqualTo("CREATED");
        return started.at("/bulkOperation/id").asText();
    }

    private JsonNode mutation(String mutation, String path) {
        return client.run(ShopifyClient.document("bulk_run_mutation"), Map.of("mutation", mutation, "path", path))
                .at("/data/bulkOperationRunMutation");
    }

    private JsonNode stage() {
        return client.run(
                        ShopifyClient.document("staged_upload"),
                        Map.of(
                                "input",
                                List.of(Map.of(
                                        "resource", "BULK_MUTATION_VARIABLES",
                                        "filename", "lines.jsonl",
                                        "mimeType", "text/jsonl",
                                        "httpMethod", "POST"))))
                .at("/data/stagedUploadsCreate/stagedTargets/0");
    }

    /** @return the path to be named in the mutation */
    private String upload(String content) {
        JsonNode target = stage();
        Map<String, String> fields = new HashMap<>();
        target.path("parameters")
                .forEach(each -> fields.put(
                        each.path("name").asText(), each.path("value").asText()));
        assertThat(client.multipart(target.path("url").asText(), fields, content)
                        .statusCode())
                .isEqualTo(201);
        return fields.get("key");
    }

    private JsonNode ended(String id) {
        AtomicReference<JsonNode> last = new AtomicReference<>();
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(10)).untilAsserted(() -> {
            JsonNode now = client.run(ShopifyClient.document("bulk_status"), Map.of("id", id))
                    .at("/data/bulkOperation");
            last.set(now);
            assertThat(now.path("status").asText()).isIn("COMPLETED", "FAILED", "CANCELED");
        });
        return last.get();
    }

    private List<JsonNode> lines(String url) {
        List<JsonNode> lines = new ArrayList<>();
        HttpResponse<String> answer = client.get(URI.create(url).getPath());
        assertThat(answer.statusCode()).isEqualTo(200);
        answer.body().lines().forEach(line -> lines.add(ShopifyClient.json(line)));
        return lines;
    }
}
