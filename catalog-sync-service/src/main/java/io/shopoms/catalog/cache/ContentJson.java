package io.shopoms.catalog.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.shopoms.catalog.product.Metafield;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductImage;
import io.shopoms.catalog.product.ProductOption;
import io.shopoms.catalog.product.Variant;
import io.shopoms.catalog.product.Weight;
import java.util.Optional;

/** The stored spelling of a {@link Product}. */
@RegisterForReflection(
        targets = {Product.class, Variant.class, ProductOption.class, ProductImage.class, Metafield.class, Weight.class
        })
public final class ContentJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private ContentJson() {}

    public static String write(Product product) {
        try {
            return JSON.writeValueAsString(product);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a product cannot be written", e);
        }
    }

    /** Empty for an empty text: a product that was never in step. */
    public static Optional<Product> read(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(JSON.readValue(text, Product.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored product is not ours", e);
        }
    }
}
