package io.shopoms.catalog.odoo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.shopoms.catalog.odoo.OdooProduct.AttributeLine;
import io.shopoms.catalog.odoo.OdooProduct.OdooVariant;
import io.shopoms.catalog.odoo.OdooProduct.TemplateFields;
import io.shopoms.catalog.odoo.OdooProduct.TemplateValue;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailureException;
import java.time.Instant;

/** The cached spelling of an {@link OdooProduct}. */
@RegisterForReflection(
        targets = {OdooProduct.class, TemplateFields.class, AttributeLine.class, TemplateValue.class, OdooVariant.class
        })
public final class OdooProductJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private OdooProductJson() {}

    public static String write(OdooProduct product) {
        try {
            return JSON.writeValueAsString(product);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a template cannot be written", e);
        }
    }

    /** What the template says, whenever it was written: Odoo moves the date also for what says nothing to Shopify. */
    public static String content(OdooProduct product) {
        return write(new OdooProduct(
                product.templateId(),
                product.name(),
                product.active(),
                Instant.EPOCH,
                product.fields(),
                product.content(),
                product.flaw(),
                product.listPrice(),
                product.lines(),
                product.otherAttributes(),
                product.variants()));
    }

    /** @throws SyncFailureException invalid payload, if the text is no template */
    public static OdooProduct read(String text) {
        try {
            return JSON.readValue(text, OdooProduct.class);
        } catch (JsonProcessingException | RuntimeException e) {
            throw new SyncFailureException(
                    new InvalidPayload(
                            "The cached product template cannot be read",
                            "Write the template in Odoo, for instance its internal notes: it is then read again."),
                    e);
        }
    }
}
