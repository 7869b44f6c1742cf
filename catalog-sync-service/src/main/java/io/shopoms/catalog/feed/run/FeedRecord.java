package io.shopoms.catalog.feed.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.shopoms.catalog.feed.config.DeletePolicy;
import io.shopoms.catalog.product.Metafield;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductImage;
import io.shopoms.catalog.product.ProductOption;
import io.shopoms.catalog.product.Variant;
import io.shopoms.catalog.product.Weight;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailureException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a feed says of one product: the raw record of kind {@code feed-products}.
 *
 * @param recordId its number in {@code feed_product}
 * @param runAt when the run began that read it
 * @param content the product; absent if the feed no longer holds it
 * @param deletePolicy what then becomes of it
 * @param policy what feeds may change in the store: when it changes, the same content means something else
 */
@RegisterForReflection(
        targets = {
            FeedRecord.class,
            Product.class,
            Variant.class,
            ProductOption.class,
            ProductImage.class,
            Metafield.class,
            Weight.class
        })
public record FeedRecord(
        long recordId,
        String feed,
        String key,
        UUID run,
        Instant runAt,
        Optional<Product> content,
        DeletePolicy deletePolicy,
        String policy) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** @throws SyncFailureException {@code InvalidPayload} if the text is not one */
    public static FeedRecord read(String text) {
        return read(text, FeedRecord.class);
    }

    public String write() {
        return write((Object) this);
    }

    static String write(Product product) {
        return write((Object) product);
    }

    static Product product(String text) {
        return read(text, Product.class);
    }

    private static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a product is always JSON", e);
        }
    }

    private static <T> T read(String text, Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new SyncFailureException(
                    new InvalidPayload("not a product of a feed", "Run the feed again; it writes the product anew."));
        }
    }
}
