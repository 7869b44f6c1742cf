package io.shopoms.inventory.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class QuantityErrorTest {

    /** {@code InventorySetQuantitiesUserErrorCode} of the Admin API 2026-10. */
    private static final String[] CODES = {
        "CHANGE_FROM_QUANTITY_STALE",
        "COMPARE_QUANTITY_REQUIRED",
        "COMPARE_QUANTITY_STALE",
        "IDEMPOTENCY_CONCURRENT_REQUEST",
        "IDEMPOTENCY_KEY_PARAMETER_MISMATCH",
        "IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED",
        "INVALID_INVENTORY_ITEM",
        "INVALID_LOCATION",
        "INVALID_NAME",
        "INVALID_QUANTITY_NEGATIVE",
        "INVALID_QUANTITY_TOO_HIGH",
        "INVALID_QUANTITY_TOO_LOW",
        "INVALID_REASON",
        "INVALID_REFERENCE_DOCUMENT",
        "NON_MUTABLE_INVENTORY_ITEM",
        "NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR"
    };

    @Test
    void everyCodeOfShopifyIsDecidedOn() {
        assertThat(Arrays.stream(QuantityError.values()).map(Enum::name)).containsExactlyInAnyOrder(CODES);
    }
}
