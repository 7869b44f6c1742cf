package io.shopoms.order.shopify;

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
import io.shopoms.model.ShopifyId;
import io.shopoms.model.Sku;
import io.shopoms.order.policy.OrderPolicy.AmountsIn;
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailureException;
import java.time.Instant;
import java.util.Optional;

/** Between raw texts and {@link ShopifyOrder}. */
@RegisterForReflection(
        targets = {
            ShopifyOrder.class,
            AdditionalFee.class,
            Address.class,
            Attribute.class,
            Company.class,
            Customer.class,
            DiscountAllocation.class,
            Duty.class,
            LineGroup.class,
            Refund.class,
            Refund.Line.class,
            Refund.Shipping.class,
            Refund.Adjustment.class,
            Transaction.class,
            LineItem.class,
            Money.class,
            OrderTotals.class,
            ShippingLine.class,
            TaxLine.class,
            ShopifyId.class,
            Sku.class,
            OrderJson.WithoutDate.class,
            OrderJson.WithoutNames.class
        })
public final class OrderJson {

    // Its own mapper: amounts must not pass through a double, whatever the application's mapper is set to.
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .addMixIn(ShopifyOrder.class, WithoutDate.class)
            .addMixIn(Company.class, WithoutNames.class)
            .build();

    private OrderJson() {}

    /**
     * Reads a raw order.
     *
     * @param amountsIn the currency to read its amounts in
     * @throws SyncFailureException with {@code InvalidPayload}, naming the field that is wrong
     */
    public static ShopifyOrder decode(RawFormat format, String raw, AmountsIn amountsIn) {
        JsonNode json = parse(raw);
        return switch (format) {
            case WEBHOOK -> WebhookOrderDecoder.decode(json, amountsIn);
            case GRAPHQL -> GraphqlOrderDecoder.decode(json, amountsIn);
            case ODOO, FEED ->
                throw new SyncFailureException(new InvalidPayload(
                        "an order cannot come from Odoo or a feed", "Report it: this is a mistake in shopOMS."));
        };
    }

    /**
     * Which order it is and of what date.
     *
     * @param email by which the order is found when its customer asks for erasure
     */
    public record Version(ShopifyId id, Instant updatedAt, Optional<String> name, Optional<String> email) {}

    /** Of an order that is not understood otherwise; empty if not even this is. */
    public static Optional<Version> version(RawFormat format, String raw) {
        try {
            PayloadReader order = PayloadReader.root(parse(raw));
            return order.instant(format == RawFormat.WEBHOOK ? "updated_at" : "updatedAt")
                    .map(date -> new Version(
                            order.requiredId("id"), date, order.textIfAny("name"), order.textIfAny("email")));
        } catch (SyncFailureException e) {
            return Optional.empty();
        }
    }

    /**
     * What the order says, equal for equal content. The date of the version is no content: Shopify moves it for changes
     * that Odoo's state does not depend on. Nor are names of companies, which webhooks do not tell: an order must not change
     * with the form that brings it.
     */
    public static String content(ShopifyOrder order) {
        try {
            return MAPPER.writeValueAsString(order);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + order, e);
        }
    }

    /**
     * What the order says in both of its currencies: a store may read another one tomorrow.
     *
     * @param order {@code raw}, read in either
     */
    public static String content(ShopifyOrder order, RawFormat format, String raw) {
        if (order.shopCurrency().equals(order.presentmentCurrency())) {
            return content(order);
        }
        AmountsIn other = order.currency().equals(order.shopCurrency()) ? AmountsIn.PRESENTMENT : AmountsIn.SHOP;
        try {
            return content(order) + content(decode(format, raw, other));
        } catch (SyncFailureException e) {
            // An old payload tells one currency only: there is no other content.
            return content(order);
        }
    }

    static JsonNode parse(String raw) {
        try {
            return MAPPER.readTree(raw);
        } catch (JsonProcessingException e) {
            // Without the cause: its message quotes the payload.
            throw new SyncFailureException(new InvalidPayload(
                    "the order is not JSON (line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ")",
                    "Look at the raw record; Shopify's next version of the order replaces it by itself."));
        }
    }

    @JsonIgnoreProperties("updatedAt")
    interface WithoutDate {}

    @JsonIgnoreProperties({"name", "locationName"})
    interface WithoutNames {}
}
