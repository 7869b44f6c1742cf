package io.shopoms.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.shopoms.model.event.OrderSettled;
import io.shopoms.model.event.OrderStored;
import io.shopoms.model.event.OrderStored.Version;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderStoredTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @Test
    void wireFormOfAStoredOrderIsFlatAndReadsBack() throws Exception {
        OrderStored event = new OrderStored(
                new ShopDomain("acme.myshopify.com"),
                new ShopifyId(820982911946154508L),
                "#1001",
                Instant.parse("2026-11-20T10:00:00Z"),
                new Version(NOON, 3),
                List.of(
                        new OrderStored.Line(new ShopifyId(808950810L), "IPOD-1", 2),
                        new OrderStored.Line(null, "GONE-1", 1)),
                NOON.plusMillis(1500));

        String wire = json.writeValueAsString(event);

        assertThat(json.readTree(wire)).isEqualTo(json.readTree("""
                {"shop":"acme.myshopify.com","shopifyOrderId":820982911946154508,"orderName":"#1001",
                 "orderedAt":"2026-11-20T10:00:00Z","version":{"updatedAt":"2026-11-20T12:00:00Z","number":3},
                 "lines":[{"shopifyVariantId":808950810,"sku":"IPOD-1","units":2},
                          {"shopifyVariantId":null,"sku":"GONE-1","units":1}],
                 "storedAt":"2026-11-20T12:00:01.500Z"}"""));
        assertThat(json.readValue(wire, OrderStored.class)).isEqualTo(event);
    }

    @Test
    void wireFormOfASettledOrderIsFlatAndReadsBack() throws Exception {
        OrderSettled event = new OrderSettled(
                new ShopDomain("acme.myshopify.com"),
                new ShopifyId(820982911946154508L),
                new Version(NOON, 3),
                NOON.plusSeconds(2));

        String wire = json.writeValueAsString(event);

        assertThat(json.readTree(wire)).isEqualTo(json.readTree("""
                {"shop":"acme.myshopify.com","shopifyOrderId":820982911946154508,
                 "version":{"updatedAt":"2026-11-20T12:00:00Z","number":3},"settledAt":"2026-11-20T12:00:02Z"}"""));
        assertThat(json.readValue(wire, OrderSettled.class)).isEqualTo(event);
    }

    @Test
    void laterVersionIsThatOfTheLaterDateAndWithinASecondTheOneStoredLater() {
        assertThat(new Version(NOON.plusSeconds(1), 1)).isGreaterThan(new Version(NOON, 2));
        assertThat(new Version(NOON, 2)).isGreaterThan(new Version(NOON, 1));
        assertThat(new Version(NOON, 2)).isEqualByComparingTo(new Version(NOON, 2));
    }
}
