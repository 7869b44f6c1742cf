package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.shopoms.sandbox.shopify.catalog.CatalogError;
import io.shopoms.sandbox.shopify.catalog.Variant;
import io.shopoms.sandbox.shopify.inventory.InventoryWriting;
import io.shopoms.sandbox.shopify.inventory.Level;
import io.shopoms.sandbox.shopify.inventory.Location;
import io.shopoms.sandbox.shopify.inventory.QuantityChange;
import io.shopoms.sandbox.shopify.inventory.QuantityOutcome;
import io.shopoms.sandbox.shopify.order.Shop;
import io.shopoms.sandbox.shopify.order.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Mutations of quantities, and of where an item is stocked. */
final class InventoryMutations {

    private static final String CHANGE_FROM = "changeFromQuantity";
    private static final int MOST = 250;

    private final Shop shop;
    private final InventoryWriting writing;
    private final IdempotencyKeys keys;

    InventoryMutations(Shop shop, InventoryWriting writing, IdempotencyKeys keys) {
        this.shop = shop;
        this.writing = writing;
        this.keys = keys;
    }

    static void addTo(RuntimeWiring.Builder wiring) {
        for (String name : List.of("InventorySetQuantities", "InventoryAdjustQuantities")) {
            TypeFields.payload(name + "Payload", "inventoryAdjustmentGroup", "userErrors")
                    .addTo(wiring);
            TypeFields.of(name + "UserError", CatalogError.class)
                    .field("field", CatalogError::field)
                    .field("message", CatalogError::message)
                    .field("code", CatalogError::code)
                    .addTo(wiring);
        }
        TypeFields.payload("InventoryActivatePayload", "inventoryLevel", "userErrors")
                .addTo(wiring);
        TypeFields.payload("InventoryDeactivatePayload", "userErrors").addTo(wiring);
    }

    /** By the name of the root field. */
    Map<String, Function<DataFetchingEnvironment, Object>> fields() {
        return Map.of(
                "inventorySetQuantities",
                env -> change(env, "quantities", "quantity", "InventoryQuantityInput"),
                "inventoryAdjustQuantities",
                env -> change(env, "changes", "delta", "InventoryChangeInput"),
                "inventoryActivate",
                this::activate,
                "inventoryDeactivate",
                this::deactivate);
    }

    private Object change(DataFetchingEnvironment env, String list, String value, String type) {
        Map<String, Object> input = env.getArgument("input");
        List<Map<String, Object>> entries = entries(input.get(list));
        if (entries.size() > MOST) {
            throw new AdminError(
                    "MAX_INPUT_SIZE_EXCEEDED",
                    "The input array size of " + entries.size() + " is greater than the maximum allowed of " + MOST
                            + ".");
        }
        if (entries.stream().anyMatch(entry -> !entry.containsKey(CHANGE_FROM))) {
            throw new AdminError(
                    "INVALID_FIELD_ARGUMENTS", type + " must include the following argument: " + CHANGE_FROM + ".");
        }
        QuantityChange change = new QuantityChange(
                (String) input.get("name"),
                (String) input.get("reason"),
                (String) input.get("referenceDocumentUri"),
                value.equals("quantity"),
                entries.stream().map(entry -> entry(entry, value)).toList());
        return keys.once(
                env,
                input,
                problem -> payload(QuantityOutcome.refused(problem.message(), problem.name())),
                () -> payload(writing.quantities().change(change)));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> entries(Object list) {
        return (List<Map<String, Object>>) list;
    }

    private static QuantityChange.Entry entry(Map<String, Object> entry, String value) {
        return new QuantityChange.Entry(
                Gid.parse("InventoryItem", entry.get("inventoryItemId")),
                Gid.parse("Location", entry.get("locationId")),
                (Integer) entry.get(value),
                (Integer) entry.get(CHANGE_FROM),
                (String) entry.get("ledgerDocumentUri"));
    }

    private static Map<String, Object> payload(QuantityOutcome outcome) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("inventoryAdjustmentGroup", outcome.adjustment());
        payload.put("userErrors", outcome.errors());
        return payload;
    }

    private Object activate(DataFetchingEnvironment env) {
        return keys.once(env, env.getArguments(), () -> activated(env));
    }

    private Object activated(DataFetchingEnvironment env) {
        Optional<Variant> item =
                shop.catalog().findByItem(Gid.parse("InventoryItem", env.getArgument("inventoryItemId")));
        Optional<Location> location = shop.locations().find(Gid.parse("Location", env.getArgument("locationId")));
        List<UserError> errors = new ArrayList<>();
        if (item.isEmpty()) {
            errors.add(new UserError(List.of("inventoryItemId"), "The specified inventory item could not be found."));
        }
        if (location.isEmpty()) {
            errors.add(new UserError(List.of("locationId"), "The specified location could not be found."));
        }
        if (!errors.isEmpty()) {
            return WebhookFields.payload("inventoryLevel", null, errors.toArray(UserError[]::new));
        }
        try {
            return WebhookFields.payload(
                    "inventoryLevel",
                    writing.stocking()
                            .activate(
                                    item.get(),
                                    location.get(),
                                    env.getArgument("available"),
                                    env.getArgument("onHand")));
        } catch (IllegalArgumentException e) {
            return WebhookFields.payload("inventoryLevel", null, new UserError(null, e.getMessage()));
        }
    }

    private Object deactivate(DataFetchingEnvironment env) {
        Optional<Level> level = LevelGid.find(shop.stock(), env.getArgument("inventoryLevelId"));
        if (level.isEmpty()) {
            return Map.of(
                    "userErrors",
                    List.of(new UserError(
                            List.of("inventoryLevelId"), "The specified inventory level could not be found.")));
        }
        try {
            writing.stocking().deactivate(level.get());
            return Map.of("userErrors", List.of());
        } catch (IllegalArgumentException e) {
            return Map.of("userErrors", List.of(new UserError(List.of("inventoryLevelId"), e.getMessage())));
        }
    }
}
