package io.shopoms.sandbox.shopify.order;

/**
 * The company that a buyer orders for, known by its name.
 *
 * @param location which of its places; null for the head office
 */
public record DraftCompany(String name, String externalId, String location) {

    public DraftCompany {
        location = location == null ? "Head office" : location;
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("a company needs a name");
        }
    }
}
