package io.shopoms.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.shopoms.model.event.OrderLinked;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderLinkedTest {

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @Test
    void wireFormIsFlatAndReadsBack() throws Exception {
        OrderLinked event = new OrderLinked(
                new ShopDomain("acme.myshopify.com"),
                new ShopifyId(820982911946154508L),
                "#1001",
                new OdooId(17),
                "S00017",
                List.of(new OrderLinked.Line(new ShopifyId(866550311766439020L), new OdooId(4))),
                Instant.parse("2026-11-20T10:00:00Z"));

        String wire = json.writeValueAsString(event);

        assertThat(json.readTree(wire)).isEqualTo(json.readTree("""
                {"shop":"acme.myshopify.com","shopifyOrderId":820982911946154508,"orderName":"#1001","odooOrderId":17,
                 "odooOrderName":"S00017","lines":[{"shopifyLineId":866550311766439020,"odooLineId":4}],
                 "linkedAt":"2026-11-20T10:00:00Z"}"""));
        assertThat(json.readValue(wire, OrderLinked.class)).isEqualTo(event);
    }
}
