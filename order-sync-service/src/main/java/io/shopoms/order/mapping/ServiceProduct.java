package io.shopoms.order.mapping;

/**
 * Products in Odoo that stand for what Shopify sells without a SKU, and for what Odoo does not know. Each has a fixed
 * external id in every shop.
 */
public enum ServiceProduct {
    SHIPPING("shipping", "Shipping"),
    CUSTOM_ITEM("custom", "Custom item"),
    GIFT_CARD("giftcard", "Gift card"),
    TIP("tip", "Tip"),
    ROUNDING("rounding", "Rounding"),
    DUTY("duty", "Import duty"),
    FEE("fee", "Additional fee"),
    CASH_ROUNDING("cashrounding", "Cash rounding"),
    REFUND_ADJUSTMENT("adjustment", "Refund adjustment"),
    PLACEHOLDER("placeholder", "Unknown product");

    private final String key;
    private final String label;

    ServiceProduct(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** The last part of the external id, {@code __shopify__.<shop>_product_<key>}. */
    public String key() {
        return key;
    }

    /** Its name when shopOMS creates it; people may rename it. */
    public String label() {
        return label;
    }
}
