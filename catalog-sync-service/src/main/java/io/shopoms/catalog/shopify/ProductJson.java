package io.shopoms.catalog.shopify;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.shopoms.catalog.product.Metafield;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductImage;
import io.shopoms.catalog.product.ProductOption;
import io.shopoms.catalog.product.Variant;
import io.shopoms.catalog.product.Weight;
import io.shopoms.catalog.shopify.ShopifyProduct.MediaIdentity;
import io.shopoms.catalog.shopify.ShopifyProduct.OptionIdentity;
import io.shopoms.catalog.shopify.ShopifyProduct.VariantIdentity;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailureException;
import java.time.Instant;
import java.util.Optional;

/** Between raw texts and {@link ShopifyProduct}. */
@RegisterForReflection(
        targets = {
            ShopifyProduct.class,
            VariantIdentity.class,
            OptionIdentity.class,
            MediaIdentity.class,
            Product.class,
            Variant.class,
            ProductOption.class,
            ProductImage.class,
            Metafield.class,
            Weight.class,
            ShopifyId.class,
            ProductJson.WithoutDate.class
        })
public final class ProductJson {

    // Its own mapper: amounts must not pass through a double, whatever the application's mapper is set to.
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .addMixIn(ShopifyProduct.class, WithoutDate.class)
            .build();

    private ProductJson() {}

    /**
     * Reads a raw product.
     *
     * @throws SyncFailureException with {@code InvalidPayload}, naming the field that is wrong
     */
    public static ProductRecord decode(RawFormat format, String raw) {
        PayloadReader product = PayloadReader.root(parse(raw));
        return switch (format) {
            case WEBHOOK ->
                new ProductRecord(
                        product.requiredId("id"),
                        isDeletion(product) ? Optional.empty() : Optional.of(WebhookProductDecoder.decode(product)));
            case GRAPHQL ->
                new ProductRecord(product.requiredId("id"), Optional.of(GraphqlProductDecoder.decode(product)));
            case ODOO, FEED ->
                throw new SyncFailureException(new InvalidPayload(
                        "a product of Shopify cannot come from Odoo or a feed",
                        "Report it: this is a mistake in shopOMS."));
        };
    }

    /** Which product it is and of what date. */
    public record Version(ShopifyId id, Instant updatedAt, Optional<String> title) {}

    /** Of a product that is not understood otherwise; empty if not even this is. */
    public static Optional<Version> version(RawFormat format, String raw) {
        try {
            PayloadReader product = PayloadReader.root(parse(raw));
            Instant date = product.requiredInstant(format == RawFormat.WEBHOOK ? "updated_at" : "updatedAt");
            JsonNode title = product.node().path("title");
            return Optional.of(new Version(
                    product.requiredId("id"), date, Optional.of(title.asText()).filter(text -> title.isTextual())));
        } catch (SyncFailureException e) {
            return Optional.empty();
        }
    }

    /**
     * What the product says, equal for records of one spelling that say the same. The date of the version is no content:
     * Shopify moves it with every order. Webhooks say less than GraphQL: a change of what they leave out, such as the
     * weight, is news of a later GraphQL record.
     */
    public static String content(ShopifyProduct product) {
        try {
            return MAPPER.writeValueAsString(product);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a product cannot be written as JSON", e);
        }
    }

    static JsonNode parse(String raw) {
        try {
            return MAPPER.readTree(raw);
        } catch (JsonProcessingException e) {
            throw new SyncFailureException(
                    PayloadReader.failure("is not JSON (line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ")"));
        }
    }

    /** Of a deleted product nothing is told but its number, which a payload of anything else has beside its global id. */
    private static boolean isDeletion(PayloadReader product) {
        return !product.tells("admin_graphql_api_id") && !product.tells("title") && !product.tells("updated_at");
    }

    @JsonIgnoreProperties("updatedAt")
    interface WithoutDate {}
}
