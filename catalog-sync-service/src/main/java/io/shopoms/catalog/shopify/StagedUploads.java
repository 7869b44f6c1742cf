package io.shopoms.catalog.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.shopify.GraphqlDocument;
import io.shopoms.sync.shopify.ShopifyClients;
import io.shopoms.sync.shopify.UserErrors;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings files to the place that Shopify names for them, from where its mutations take them. */
@ApplicationScoped
class StagedUploads {

    private static final GraphqlDocument STAGE = GraphqlDocument.of(StagedUploads.class, "staged_uploads_create");

    private final ShopifyClients shopify;
    private final FileUpload files;

    StagedUploads(ShopifyClients shopify, FileUpload files) {
        this.shopify = shopify;
        this.files = files;
    }

    /**
     * A file on its way to Shopify.
     *
     * @param what it is, for people
     * @param resource what it is for, one of Shopify's {@code StagedUploadTargetGenerateUploadResource}
     * @param remedy what a person can do if Shopify gives it no place
     */
    record StagedFile(String what, String resource, String name, String mimeType, Buffer content, String remedy) {}

    /**
     * Where a file is now.
     *
     * @param key the name that bulk operations know it by
     * @param address the one that other mutations know it by; empty for files of bulk operations
     */
    record Staged(String key, Optional<String> address) {}

    /** Uploads a file. Nobody sees it until a mutation names it; Shopify deletes it by itself. */
    Uni<Staged> bring(Store store, StagedFile file) {
        Map<String, String> wish = Map.of(
                "resource", file.resource(),
                "filename", file.name(),
                "mimeType", file.mimeType(),
                "httpMethod", "POST");
        return shopify.of(store)
                .execute(STAGE, Map.of("input", List.of(wish)))
                .map(data -> target(file, data.path("stagedUploadsCreate")))
                .chain(target ->
                        files.upload(target.url(), target.parameters(), file).replaceWith(target.staged()));
    }

    private record Target(String url, List<Map.Entry<String, String>> parameters, Staged staged) {}

    private static Target target(StagedFile file, JsonNode payload) {
        JsonNode target = payload.path("stagedTargets").path(0);
        if (!UserErrors.of(payload).isEmpty() || !target.hasNonNull("url")) {
            throw new SyncFailureException(
                    new RejectedByTarget("Shopify gives no place for " + file.what(), file.remedy()));
        }
        List<Map.Entry<String, String>> parameters = new ArrayList<>();
        String key = "";
        for (JsonNode parameter : target.path("parameters")) {
            String name = parameter.path("name").asText();
            parameters.add(Map.entry(name, parameter.path("value").asText()));
            if (name.equals("key")) {
                key = parameter.path("value").asText();
            }
        }
        return new Target(
                target.path("url").asText(),
                parameters,
                new Staged(key, Optional.ofNullable(target.path("resourceUrl").textValue())));
    }
}
