package io.shopoms.order.odoo;

import io.shopoms.model.ShopDomain;
import io.shopoms.order.OrderSettings;
import io.shopoms.order.mapping.ServiceProduct;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.odoo.ExternalId;
import io.shopoms.sync.odoo.Load;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The products behind shipping, tips and the like: made where the key may, else found where people made them. They carry no
 * taxes; each order line brings its own.
 */
@ApplicationScoped
class ServiceProducts {

    private static final Logger LOG = Logger.getLogger(ServiceProducts.class);
    private static final int REMEMBERED = 1_000;
    private static final List<String> COLUMNS =
            List.of("id", "name", "type", "list_price", "taxes_id/.id", "invoice_policy", "sale_ok", "purchase_ok");

    private final ReferenceCache<ServiceProduct, Long> cache;

    ServiceProducts(Clock clock, OrderSettings settings) {
        this.cache = new ReferenceCache<>(clock, settings.referencesExpireAfter(), REMEMBERED);
    }

    /** All of them; one that is missing and may not be created is absent. */
    Uni<Map<ServiceProduct, Long>> all(Store store, OdooClient odoo) {
        return cache.resolve(
                store.shop(),
                EnumSet.allOf(ServiceProduct.class),
                unknown -> create(store.shop(), odoo, unknown)
                        .onFailure(ServiceProducts::isRefusal)
                        .recoverWithUni(refusal -> find(store.shop(), odoo, unknown, refusal)));
    }

    void forget(Store store) {
        cache.forget(store.shop());
    }

    private static Uni<Map<ServiceProduct, Long>> create(ShopDomain shop, OdooClient odoo, Set<ServiceProduct> wanted) {
        List<ServiceProduct> products = List.copyOf(wanted);
        List<List<Object>> rows =
                products.stream().map(product -> row(shop, product)).toList();
        return odoo.createAbsent(new Load("product.product", COLUMNS, rows)).map(ids -> {
            Map<ServiceProduct, Long> result = new EnumMap<>(ServiceProduct.class);
            for (int i = 0; i < ids.size(); i++) {
                result.put(products.get(i), ids.get(i));
            }
            return result;
        });
    }

    private static List<Object> row(ShopDomain shop, ServiceProduct product) {
        return List.of(externalId(shop, product).toString(), product.label(), "service", 0, "", "order", "1", "0");
    }

    private static Uni<Map<ServiceProduct, Long>> find(
            ShopDomain shop, OdooClient odoo, Set<ServiceProduct> wanted, Throwable refusal) {
        LOG.warnf(
                "service products of %s cannot be created, looking for existing ones: %s", shop, refusal.getMessage());
        Map<ExternalId, ServiceProduct> byId =
                wanted.stream().collect(Collectors.toMap(product -> externalId(shop, product), product -> product));
        return odoo.idsOf("product.product", byId.keySet()).map(ids -> {
            Map<ServiceProduct, Long> found = new EnumMap<>(ServiceProduct.class);
            ids.forEach((externalId, id) -> found.put(byId.get(externalId), id));
            return found;
        });
    }

    /** A key without the right to create products is no reason to stop: people may have made them. */
    private static boolean isRefusal(Throwable failure) {
        return failure instanceof SyncFailureException e && !(e.failure() instanceof TransientFailure);
    }

    private static ExternalId externalId(ShopDomain shop, ServiceProduct product) {
        return ExternalId.of(shop, "product", product.key());
    }
}
