package io.shopoms.catalog.cache;

import io.shopoms.catalog.odoo.OdooProduct;
import io.shopoms.catalog.odoo.OdooProductJson;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.WebhookTopic;
import io.shopoms.sync.cache.CacheColumn;
import io.shopoms.sync.cache.CacheKind;
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.cache.RawRecord;
import io.shopoms.sync.cache.RecordKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Odoo's product templates, the newest version of each, under the template's id. */
@ApplicationScoped
public class OdooProductCache implements CacheKind {

    /** The name in {@code /api/cache/odoo-products}. */
    public static final String KIND = "odoo-products";

    OdooProductCache() {}

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String table() {
        return "odoo_product_cache";
    }

    @Override
    public List<CacheColumn> columns() {
        return List.of(CacheColumn.searchable("title"), CacheColumn.searchable("skus"));
    }

    /** Templates come from Odoo, never from a webhook. */
    @Override
    public boolean claims(WebhookTopic topic) {
        return false;
    }

    /** Its date is when it was read: the name of a shared value changes a template without dating it. */
    @Override
    public RecordKey key(RawRecord raw) {
        OdooProduct product = OdooProductJson.read(raw.text());
        return new RecordKey(
                product.templateId(),
                raw.receivedAt(),
                OdooProductJson.content(product),
                Map.of("title", product.name(), "skus", String.join(" ", product.skus())));
    }

    /** A template as a record of this kind, as it was at {@code readAt}. */
    public static RawRecord record(ShopDomain shop, OdooProduct product, Instant readAt) {
        return new RawRecord(shop, RawFormat.ODOO, OdooProductJson.write(product), Optional.of(readAt), readAt);
    }
}
