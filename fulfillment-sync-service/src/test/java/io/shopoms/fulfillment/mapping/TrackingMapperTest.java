package io.shopoms.fulfillment.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.fulfillment.odoo.Shipment.Picking;
import io.shopoms.fulfillment.shopify.Tracking;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingMapperTest {

    @ParameterizedTest
    @CsvSource({"ups, UPS", "fedEX, FedEx", "dhl express, DHL Express", "Bike Couriers Ltd, Bike Couriers Ltd"})
    void aCarrierIsSpelledAsShopifyKnowsIt(String inOdoo, String inShopify) {
        assertThat(TrackingMapper.of(picking(inOdoo, "1Z1", null)).company()).contains(inShopify);
    }

    @Test
    void theNumbersOfSeveralParcelsAreTold() {
        // When
        Tracking tracking = TrackingMapper.of(picking("UPS", "1Z1, 1Z2;1Z3,1Z1,", null));

        // Then
        assertThat(tracking.numbers()).containsExactly("1Z1", "1Z2", "1Z3");
    }

    @Test
    void theLinksOfSeveralParcelsAreTakenFromOdoosList() {
        // When
        Tracking tracking = TrackingMapper.of(picking(
                "UPS",
                "1Z1,1Z2",
                "[[\"one\", \"https://track.example/1Z1\"], [\"two\", \"https://track.example/1Z2\"]]"));

        // Then
        assertThat(tracking.urls()).containsExactly("https://track.example/1Z1", "https://track.example/1Z2");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "javascript:alert(1)", "not a link", "ftp://track.example/1", "[broken", "https:///x"})
    void whatIsNoWebAddressIsNotALink(String url) {
        // When
        Tracking tracking = TrackingMapper.of(picking("UPS", "1Z1", url));

        // Then
        assertThat(tracking).isEqualTo(new Tracking(Optional.of("UPS"), List.of("1Z1"), List.of()));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", " ,; "})
    void withoutANumberThereIsNoTracking(String ref) {
        assertThat(TrackingMapper.of(picking("UPS", ref, "https://track.example/")))
                .isEqualTo(Tracking.NONE);
    }

    private static Picking picking(String carrier, String ref, String url) {
        return new Picking(1, "WH/OUT/1", Instant.EPOCH, Instant.EPOCH, carrier, ref, url, List.of());
    }
}
