package io.shopoms.order.shopify;

import io.shopoms.model.ShopifyId;
import java.util.Optional;

/**
 * The company that a B2B order is for. Webhooks name only the numbers.
 *
 * @param locationId its branch
 */
public record Company(
        ShopifyId id, Optional<String> name, Optional<ShopifyId> locationId, Optional<String> locationName) {}
