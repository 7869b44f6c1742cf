package io.shopoms.order.odoo;

import io.shopoms.order.mapping.ServiceProduct;
import io.shopoms.sync.odoo.ExternalId;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What every order needs in Odoo, looked at before the first one comes; missing products are made where the key may. */
@ApplicationScoped
public class OdooSetup {

    private final Companies companies;
    private final ServiceProducts products;

    OdooSetup(Companies companies, ServiceProducts products) {
        this.companies = companies;
        this.products = products;
    }

    /** What is missing or unsuitable, one line each with what to do; empty if all is well. Fails if Odoo cannot be asked. */
    public Uni<List<String>> findings(Store store, OdooClient odoo) {
        return companies
                .own(store, odoo)
                .chain(company -> products.all(store, odoo).map(found -> findings(store, company, found)));
    }

    private static List<String> findings(Store store, Companies.Company company, Map<ServiceProduct, Long> found) {
        List<String> findings = new ArrayList<>();
        if (!company.roundsPerLine()) {
            findings.add("Odoo rounds taxes over the whole order, Shopify per line: cents may differ. Set"
                    + " 'Round per Line' in Odoo's accounting settings.");
        }
        Arrays.stream(ServiceProduct.values())
                .filter(product -> !found.containsKey(product))
                .map(product -> "the product for '" + product.label() + "' is missing: give the key the right to create"
                        + " products, or import one with the external id "
                        + ExternalId.of(store.shop(), "product", product.key()))
                .forEach(findings::add);
        return findings;
    }
}
