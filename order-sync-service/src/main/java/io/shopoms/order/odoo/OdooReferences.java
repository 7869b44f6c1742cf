package io.shopoms.order.odoo;

import io.shopoms.model.ShopifyId;
import io.shopoms.order.mapping.OrderNeeds;
import io.shopoms.order.mapping.Place;
import io.shopoms.order.mapping.References;
import io.shopoms.order.mapping.ServiceProduct;
import io.shopoms.order.mapping.TaxKey;
import io.shopoms.order.odoo.Places.Country;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns what orders need into Odoo's ids: at most one call for each kind and batch, mostly none. */
@ApplicationScoped
public class OdooReferences {

    private final Products products;
    private final Taxes taxes;
    private final ServiceProducts serviceProducts;
    private final Places places;
    private final Pricelists pricelists;
    private final Companies companies;
    private final Tags tags;

    OdooReferences(
            Products products,
            Taxes taxes,
            ServiceProducts serviceProducts,
            Places places,
            Pricelists pricelists,
            Companies companies,
            Tags tags) {
        this.products = products;
        this.taxes = taxes;
        this.serviceProducts = serviceProducts;
        this.places = places;
        this.pricelists = pricelists;
        this.companies = companies;
        this.tags = tags;
    }

    /**
     * Looks everything up. What Odoo lacks is absent: only mapping knows which order that concerns.
     *
     * @param linkedVariants the products that the catalog service linked variants to; one that is gone from Odoo is left out
     */
    public Uni<References> resolve(
            Store store, OdooClient odoo, OrderNeeds needs, Map<ShopifyId, Long> linkedVariants) {
        return Uni.combine()
                .all()
                .unis(
                        products.existing(store, odoo, new HashSet<>(linkedVariants.values())),
                        products.bySku(store, odoo, needs.skus()),
                        pricelists
                                .byCurrency(store, odoo, needs.currencies())
                                .chain(found -> taxes.byKey(store, odoo, needs.taxes())
                                        .map(matches -> Map.entry(found, matches))),
                        serviceProducts.all(store, odoo),
                        places.countries(store, odoo, needs.places()))
                .combinedWith((existing, skus, money, services, countries) -> new References(
                        present(linkedVariants, existing),
                        skus,
                        money.getValue(),
                        services,
                        ids(countries),
                        states(needs.places(), countries),
                        money.getKey()));
    }

    /** Tags by name, made where they are missing. */
    public Uni<Map<String, Long>> tags(Store store, OdooClient odoo, Set<String> names) {
        return tags.byName(store, odoo, names);
    }

    /** The products of what Shopify sells without a SKU; one that is missing and may not be created is absent. */
    public Uni<Map<ServiceProduct, Long>> serviceProducts(Store store, OdooClient odoo) {
        return serviceProducts.all(store, odoo);
    }

    /** Whether the company rounds taxes line by line, as Shopify does. */
    public Uni<Boolean> roundsPerLine(Store store, OdooClient odoo) {
        return companies.own(store, odoo).map(Companies.Company::roundsPerLine);
    }

    /** Why a tax cannot stand for a rate; empty if it can. */
    public Uni<Optional<String>> objection(OdooClient odoo, TaxKey key, long taxId) {
        return taxes.objection(odoo, key, taxId);
    }

    /** Drops what is remembered of a store: Odoo said that an id is no longer there. */
    public void forget(Store store) {
        products.forget(store);
        taxes.forget(store);
        serviceProducts.forget(store);
        places.forget(store);
        pricelists.forget(store);
        companies.forget(store);
        tags.forget(store);
    }

    private static Map<ShopifyId, Long> present(Map<ShopifyId, Long> variants, Set<Long> existing) {
        Map<ShopifyId, Long> present = new HashMap<>(variants);
        present.values().retainAll(existing);
        return present;
    }

    private static Map<String, Long> ids(Map<String, Country> countries) {
        Map<String, Long> ids = new HashMap<>();
        countries.forEach((code, country) -> ids.put(code, country.id()));
        return ids;
    }

    private static Map<Place, Long> states(Set<Place> places, Map<String, Country> countries) {
        Map<Place, Long> ids = new HashMap<>();
        for (Place place : places) {
            Country country = countries.get(place.country());
            if (country != null) {
                country.state(place).ifPresent(id -> ids.put(place, id));
            }
        }
        return ids;
    }
}
