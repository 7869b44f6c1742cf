package io.shopoms.sandbox.shopify;

import io.shopoms.sandbox.shopify.order.Cancellation;
import io.shopoms.sandbox.shopify.order.Customer;
import io.shopoms.sandbox.shopify.order.CustomerProfile;
import io.shopoms.sandbox.shopify.order.Merchant;
import io.shopoms.sandbox.shopify.order.OrderReturn;
import io.shopoms.sandbox.shopify.order.Refund;
import io.shopoms.sandbox.shopify.order.RefundWish;
import io.shopoms.sandbox.shopify.order.ReturnWish;
import io.shopoms.sandbox.shopify.order.Shop;
import java.math.BigDecimal;
import java.util.List;

/**
 * What the store's people do in its admin, beyond the everyday acts of {@link ShopifySimulator}. Safe for use by several
 * threads. Every act throws {@link java.util.NoSuchElementException} for a record that there is not, and {@link
 * IllegalArgumentException} for what Shopify would refuse; then nothing changes.
 */
public final class ShopifyAdmin {

    private final Shop shop;
    private final Merchant merchant;

    ShopifyAdmin(Shop shop, Merchant merchant) {
        this.shop = shop;
        this.merchant = merchant;
    }

    public Refund refund(long orderId, RefundWish wish) {
        synchronized (shop) {
            return merchant.refunding().refund(shop.order(orderId), wish);
        }
    }

    /** Shipped units come back, for money or for other goods. */
    public OrderReturn takeReturn(long orderId, ReturnWish wish) {
        synchronized (shop) {
            return merchant.returning().take(shop.order(orderId), wish);
        }
    }

    public void cancel(long orderId, Cancellation how) {
        synchronized (shop) {
            merchant.cancelling().cancel(shop.order(orderId), how);
        }
    }

    /** @param amount part of what is outstanding, in the shop's currency; null for all of it */
    public void pay(long orderId, BigDecimal amount) {
        synchronized (shop) {
            merchant.settlement().pay(shop.order(orderId), amount);
        }
    }

    /** @param amount part of what is authorized, in the shop's currency; null for all of it */
    public void capture(long orderId, BigDecimal amount) {
        synchronized (shop) {
            merchant.settlement().capture(shop.order(orderId), amount);
        }
    }

    /** Releases what was authorized. */
    public void voidAuthorization(long orderId) {
        synchronized (shop) {
            merchant.settlement().voidAuthorization(shop.order(orderId));
        }
    }

    /** Archives the order. */
    public void close(long orderId) {
        synchronized (shop) {
            merchant.editing().close(shop.order(orderId));
        }
    }

    public void delete(long orderId) {
        synchronized (shop) {
            merchant.editing().delete(shop.order(orderId));
        }
    }

    public List<Customer> customers() {
        synchronized (shop) {
            return List.copyOf(shop.customers());
        }
    }

    public Customer customer(long id) {
        synchronized (shop) {
            return shop.customer(id);
        }
    }

    public void updateCustomer(long id, CustomerProfile change) {
        synchronized (shop) {
            merchant.customers().update(shop.customer(id), change);
        }
    }

    /** The kept customer takes over the other's orders. */
    public void mergeCustomers(long kept, long deleted) {
        synchronized (shop) {
            merchant.customers().merge(shop.customer(kept), shop.customer(deleted));
        }
    }

    /** Forgets who the customer is. */
    public void redactCustomer(long id) {
        synchronized (shop) {
            merchant.customers().redact(shop.customer(id));
        }
    }

    public void deleteCustomer(long id) {
        synchronized (shop) {
            merchant.customers().delete(shop.customer(id));
        }
    }
}
