package io.shopoms.order.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.model.Sku;
import io.shopoms.order.mapping.CurrencyMatch;
import io.shopoms.order.mapping.Place;
import io.shopoms.order.mapping.ProductMatch;
import io.shopoms.order.mapping.References.Pricelist;
import io.shopoms.order.mapping.TaxKey;
import io.shopoms.order.mapping.TaxMatch;
import io.shopoms.order.odoo.Companies.Company;
import io.shopoms.order.odoo.Places.Country;
import io.shopoms.order.odoo.Places.State;
import io.shopoms.order.odoo.Pricelists.Found;
import io.shopoms.sync.http.JsonBodies;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceLookupsTest {

    private static final TaxKey TEN = new TaxKey(new BigDecimal("10.0"), false);
    private static final TaxKey NINETEEN = new TaxKey(new BigDecimal("19"), true);

    @Test
    void anActiveProductComesBeforeArchivedOnes() {
        // When
        Map<Sku, ProductMatch> matches = Products.matches(List.of(
                product(1, "A", false),
                product(2, "A", true),
                product(3, "B", false),
                product(4, "C", true),
                product(5, "C", true),
                product(6, " D ", true)));

        // Then
        assertThat(matches)
                .containsEntry(new Sku("A"), new ProductMatch.One(2))
                .containsEntry(new Sku("B"), new ProductMatch.One(3))
                .containsEntry(new Sku("C"), new ProductMatch.Several(List.of(4L, 5L)))
                .containsEntry(new Sku("D"), new ProductMatch.One(6))
                .hasSize(4);
    }

    @Test
    void whatOdooDoesNotKnowMayMeanThePlaceholder() {
        // When
        Map<Sku, ProductMatch> matches = Products.withPlaceholders(
                Map.of(new Sku("A"), new ProductMatch.One(2)), List.of(new Sku("A"), new Sku("B")));

        // Then
        assertThat(matches)
                .containsEntry(new Sku("A"), new ProductMatch.One(2))
                .containsEntry(new Sku("B"), new ProductMatch.Placeholder())
                .hasSize(2);
    }

    @Test
    void aCurrencyIsUsableThroughAPricelistOrAsTheCompanysOwn() {
        // Given
        List<Found> found = Pricelists.found(
                List.of(
                        currency(1, "USD", true),
                        currency(2, "EUR", true),
                        currency(3, "SEK", true),
                        currency(4, "CHF", true),
                        currency(5, "JPY", false)),
                List.of(record(70).put("currency_id", 2), record(71).put("currency_id", 2)));

        // When
        Map<String, CurrencyMatch> matches = Pricelists.matches(new Company(1, 1, true), found, Map.of("SEK", 72L));

        // Then
        assertThat(matches)
                .containsEntry("USD", new Pricelist(Optional.empty(), 1))
                .containsEntry("EUR", new Pricelist(Optional.of(70L), 2))
                .containsEntry("SEK", new Pricelist(Optional.of(72L), 3))
                .containsEntry("CHF", new CurrencyMatch.NoPricelist())
                .containsEntry("JPY", new CurrencyMatch.Inactive())
                .hasSize(5);
    }

    @Test
    void taxesAreFoundByRateAndByWhetherPricesIncludeThem() {
        // When
        Map<TaxKey, TaxMatch> matches = Taxes.matches(
                List.of(TEN, NINETEEN, new TaxKey(new BigDecimal("7"), true)),
                List.of(tax(5, "10.0", false), tax(6, "10.0", true), tax(7, "19.0", true), tax(8, "19.0", true)),
                Map.of());

        // Then
        assertThat(matches)
                .containsEntry(TEN, new TaxMatch.One(5))
                .containsEntry(NINETEEN, new TaxMatch.Several(List.of(7L, 8L)))
                .hasSize(2);
    }

    @Test
    void aChosenTaxSettlesWhichIsMeant() {
        // Given
        Map<TaxKey, Long> choices = Map.of(NINETEEN, 8L);

        // When
        Map<TaxKey, TaxMatch> matches =
                Taxes.matches(List.of(NINETEEN), List.of(tax(7, "19.0", true), tax(8, "19.0", true)), choices);

        // Then
        assertThat(matches).containsEntry(NINETEEN, new TaxMatch.One(8));
    }

    @ParameterizedTest
    @CsvSource({"JP, JP-13, Tōkyō, 1", "JP, XX, tōkyō, 1", "JP, 13, '', 1", "JP, NW, Nowhere, 0"})
    void statesAreFoundByCodeWithOrWithoutTheCountryOrByName(String country, String code, String name, long id) {
        // Given
        Country japan = new Country(113, List.of(new State(1, "13", "Tōkyō"), new State(2, "27", "Ōsaka")));

        // When
        Optional<Long> state = japan.state(new Place(country, Optional.of(code), Optional.of(name)));

        // Then
        assertThat(state.orElse(0L)).isEqualTo(id);
    }

    private static JsonNode product(long id, String sku, boolean active) {
        return record(id).put("default_code", sku).put("active", active);
    }

    private static JsonNode currency(long id, String code, boolean active) {
        return record(id).put("name", code).put("active", active);
    }

    private static JsonNode tax(long id, String amount, boolean included) {
        return record(id).put("amount", new BigDecimal(amount)).put("price_include", included);
    }

    private static ObjectNode record(long id) {
        return JsonBodies.object().put("id", id);
    }
}
