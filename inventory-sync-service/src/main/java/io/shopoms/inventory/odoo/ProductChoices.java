package io.shopoms.inventory.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.model.OdooId;
import io.shopoms.sync.odoo.Domain;
import io.shopoms.sync.odoo.OdooClients;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Odoo's products, as people name them when they link an item. Failures as of {@link io.shopoms.sync.odoo.OdooClient}. */
@Singleton
public class ProductChoices {

    /** More candidates than that help nobody to choose. */
    private static final int MOST = 10;

    private static final List<String> FIELDS = List.of("default_code", "display_name");

    private final OdooClients clients;

    ProductChoices(OdooClients clients) {
        this.clients = clients;
    }

    /**
     * @param id the {@code product.product}
     * @param name as Odoo shows it
     * @param sku its {@code default_code}; empty for none
     */
    public record Candidate(OdooId id, String name, String sku) {}

    /** The active products with this SKU, {@value #MOST} at most. */
    public Uni<List<Candidate>> ofSku(Store store, String sku) {
        return search(store, Domain.where("default_code", "=", sku));
    }

    /** The product with this id, if it is active. */
    public Uni<List<Candidate>> ofId(Store store, OdooId id) {
        return search(store, Domain.where("id", "=", id.value()));
    }

    private Uni<List<Candidate>> search(Store store, Domain domain) {
        return clients.of(store)
                .searchRead("product.product", domain, FIELDS, "id", MOST)
                .map(rows -> rows.stream().map(ProductChoices::candidate).toList());
    }

    private static Candidate candidate(JsonNode row) {
        return new Candidate(
                OdooValue.id(row, "id").orElseThrow(),
                OdooValue.text(row, "display_name"),
                OdooValue.text(row, "default_code"));
    }
}
