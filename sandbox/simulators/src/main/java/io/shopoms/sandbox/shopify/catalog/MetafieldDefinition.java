package io.shopoms.sandbox.shopify.catalog;

/**
 * What metafields of one name must look like.
 *
 * @param ownerType PRODUCT or PRODUCTVARIANT
 * @param type {@code single_line_text_field}, {@code list.color}, …
 */
public record MetafieldDefinition(long id, String ownerType, String namespace, String key, String name, String type) {}
