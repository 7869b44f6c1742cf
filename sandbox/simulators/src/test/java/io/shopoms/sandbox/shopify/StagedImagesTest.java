package io.shopoms.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Images that an app uploads, because they have no address. */
class StagedImagesTest {

    private static final String SET = "mutation Set($input: ProductSetInput!) { productSet(input: $input,"
            + " synchronous: true) { product { media(first: 5) { nodes { ... on MediaImage { image { url } } } } }"
            + " userErrors { code field message } } }";

    private ShopifySimulator shopify;
    private ShopifyClient client;

    @BeforeEach
    void start() {
        shopify = ShopifySimulator.start(ShopifySettings.defaults());
        client = new ShopifyClient(shopify);
    }

    @AfterEach
    void stop() {
        shopify.close();
    }

    @Test
    void anUploadedImageIsShownWithAProduct() {
        // Given
        JsonNode target = stage();
        upload(target, "bytes of an image");

        // When
        JsonNode set = set(target);

        // Then
        String url = set.at("/product/media/nodes/0/image/url").asText();
        assertThat(url).as(set.toString()).endsWith("/mug.png");
        assertThat(client.get(URI.create(url).getPath()).body()).isEqualTo("bytes of an image");
    }

    @Test
    void aPlaceToWhichNothingWasUploadedIsNoImage() {
        assertThat(set(stage()).at("/userErrors/0/message").asText()).isEqualTo("Image URL is invalid");
    }

    private JsonNode stage() {
        return client.run(
                        ShopifyClient.document("staged_upload"),
                        Map.of(
                                "input",
                                List.of(Map.of(
                                        "resource", "IMAGE",
                                        "filename", "mug.png",
                                        "mimeType", "image/png",
                                        "httpMethod", "POST"))))
                .at("/data/stagedUploadsCreate/stagedTargets/0");
    }

    private void upload(JsonNode target, String content) {
        Map<String, String> fields = new HashMap<>();
        target.path("parameters")
                .forEach(each -> fields.put(
                        each.path("name").asText(), each.path("value").asText()));
        assertThat(client.multipart(target.path("url").asText(), fields, content)
                        .statusCode())
                .isEqualTo(201);
    }

    private JsonNode set(JsonNode target) {
        return client.run(
                        SET,
                        Map.of(
                                "input",
                                Map.of(
                                        "title",
                                        "Mug",
                                        "files",
                                        List.of(Map.of(
                                                "originalSource",
                                                target.path("resourceUrl").asText(),
                                                "contentType",
                                                "IMAGE")))))
                .at("/data/productSet");
    }
}
