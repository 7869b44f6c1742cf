package io.shopoms.sandbox.shopify.catalog;

import java.util.List;

/**
 * Why a change was refused.
 *
 * @param field the path of the argument that is wrong; null for none
 * @param code one of the codes that the Admin API has for it
 * @param elementIndex of metafields, which one; null elsewhere
 */
public record CatalogError(List<String> field, String message, String code, Integer elementIndex) {

    public CatalogError(List<String> field, String message, String code) {
        this(field, message, code, null);
    }
}
