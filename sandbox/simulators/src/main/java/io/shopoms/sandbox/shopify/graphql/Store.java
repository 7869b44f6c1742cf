package io.shopoms.sandbox.shopify.graphql;

import io.shopoms.sandbox.shopify.bulk.BulkOperations;
import io.shopoms.sandbox.shopify.bulk.StagedUploads;
import io.shopoms.sandbox.shopify.catalog.CatalogWriting;
import io.shopoms.sandbox.shopify.catalog.ProductOperations;
import io.shopoms.sandbox.shopify.inventory.InventoryWriting;
import io.shopoms.sandbox.shopify.order.Merchant;
import io.shopoms.sandbox.shopify.order.Shop;
import io.shopoms.sandbox.shopify.webhook.Subscriptions;

/**
 * All that the Admin API reads and changes.
 *
 * @param keys of mutations that are executed once
 * @param operations changes of products that go on after the answer
 */
public record Store(
        Shop shop,
        Access access,
        Merchant merchant,
        CatalogWriting catalog,
        InventoryWriting inventory,
        IdempotencyKeys keys,
        ProductOperations operations,
        BulkOperations bulk,
        StagedUploads uploads,
        Subscriptions subscriptions) {}
