package io.shopoms.inventory.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.inventory.cache.MappedLocation.Source;
import io.shopoms.inventory.stock.SourceShare;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.inventory.stock.StockSource.Kind;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MappingRulesTest {

    private static final ShopifyId SHOP = new ShopifyId(1);
    private static final ShopifyId DEPOT = new ShopifyId(2);

    @Test
    void locationsMayShareASourceUpToAllOfIt() {
        assertThat(MappingRules.problem(SHOP, List.of(share(7, "0.6")), List.of(location(DEPOT, share(7, "0.4")))))
                .isEmpty();
    }

    @Test
    void moreThanAllOfASourceIsRefused() {
        assertThat(MappingRules.problem(SHOP, List.of(share(7, "0.7")), List.of(location(DEPOT, share(7, "0.4")))))
                .hasValueSatisfying(reason -> assertThat(reason).contains("1.1 of warehouse 7", "at most 1"));
    }

    @Test
    void whatTheLocationHadBeforeAndWhatDeletedOnesHadDoesNotCount() {
        // Given
        List<MappedLocation> all = List.of(location(SHOP, share(7, "1")), deleted(location(DEPOT, share(7, "1"))));

        // Then
        assertThat(MappingRules.problem(SHOP, List.of(share(7, "1"), share(8, "1")), all))
                .isEmpty();
    }

    @Test
    void aSourceIsNamedOnce() {
        assertThat(MappingRules.problem(SHOP, List.of(share(7, "0.5"), share(7, "0.2")), List.of()))
                .contains("warehouse 7 is named twice");
    }

    @Test
    void aLocationSaysWhyItIsNotServed() {
        MappedLocation served = location(SHOP, share(7, "1"));
        assertThat(served.problem()).isEmpty();
        assertThat(deleted(served).problem())
                .hasValueSatisfying(why -> assertThat(why).contains("deleted"));
        assertThat(location(SHOP).problem())
                .hasValueSatisfying(why -> assertThat(why).contains("map it"));
    }

    private static MappedLocation location(ShopifyId id, SourceShare... shares) {
        return new MappedLocation(
                new ShopDomain("acme.myshopify.com"),
                id,
                "Location " + id,
                true,
                true,
                OptionalLong.empty(),
                1,
                Optional.empty(),
                Stream.of(shares)
                        .map(share -> new Source(share, "WH", Optional.empty()))
                        .toList());
    }

    private static MappedLocation deleted(MappedLocation location) {
        return new MappedLocation(
                location.store(),
                location.id(),
                location.name(),
                false,
                true,
                location.buffer(),
                location.position(),
                Optional.of(Instant.EPOCH),
                location.sources());
    }

    private static SourceShare share(long warehouse, String share) {
        return new SourceShare(new StockSource(Kind.WAREHOUSE, new OdooId(warehouse)), new BigDecimal(share));
    }
}
