package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.idl.RuntimeWiring;
import io.shopoms.sandbox.shopify.catalog.CatalogError;
import io.shopoms.sandbox.shopify.order.UserError;
import java.util.List;
import java.util.Map;

/** Why a change of the catalogue was refused, in the codes that each mutation has for it. */
final class CatalogErrors {

    private static final Map<String, String> OF_SETS = Map.of(
            "NEGATIVE_PRICE", "INVALID_VARIANT",
            "VARIANT_EXISTS", "INVALID_VARIANT",
            "NEED_TO_ADD_OPTION_VALUES", "INVALID_VARIANT",
            "TOO_LONG", "INVALID_VARIANT",
            "BLANK", "INVALID_VARIANT",
            "TRACKED_VARIANT_LOCATION_NOT_FOUND", "INVALID_INPUT",
            "OPTION_NAME_MISSING", "INVALID_INPUT",
            "OPTION_NAME_TOO_LONG", "INVALID_INPUT",
            "OPTION_VALUE_NAME_TOO_LONG", "INVALID_INPUT");

    private static final Map<String, String> OF_UPDATES = Map.of(
            "NEGATIVE_PRICE", "GREATER_THAN_OR_EQUAL_TO",
            "TRACKED_VARIANT_LOCATION_NOT_FOUND", "INVALID_INPUT",
            "VARIANT_EXISTS", "VARIANT_ALREADY_EXISTS",
            "INVALID_VARIANT", "INVALID_INPUT",
            "INVALID_METAFIELD", "INVALID_VALUE",
            "OPTION_VALUES_MISSING", "BLANK",
            "VARIANTS_OVER_LIMIT", "INVALID_INPUT");

    private static final Map<String, String> OF_CREATES = Map.of(
            "NEGATIVE_PRICE", "GREATER_THAN_OR_EQUAL_TO",
            "VARIANT_EXISTS", "VARIANT_ALREADY_EXISTS_CHANGE_OPTION_VALUE",
            "TRACKED_VARIANT_LOCATION_NOT_FOUND", "TRACKED_VARIANT_LOCATION_NOT_FOUND",
            "OPTION_DOES_NOT_EXIST", "OPTION_VALUES_FOR_NUMBER_OF_UNKNOWN_OPTIONS");

    private static final Map<String, String> OF_OPTIONS =
            Map.of("OPTION_VALUES_MISSING", "KEY_MISSING_IN_INPUT", "OPTION_NAME_MISSING", "INVALID_NAME");

    private static final Map<String, String> NEW_OPTIONS = Map.of("VARIANTS_OVER_LIMIT", "TOO_MANY_VARIANTS_CREATED");

    private CatalogErrors() {}

    static void addTo(RuntimeWiring.Builder wiring) {
        type(wiring, "ProductSetUserError", OF_SETS, null);
        type(wiring, "ProductVariantsBulkUpdateUserError", OF_UPDATES, null);
        type(wiring, "ProductVariantsBulkCreateUserError", OF_CREATES, "INVALID_INPUT");
        type(wiring, "ProductVariantsBulkDeleteUserError", Map.of(), null);
        type(wiring, "ProductOptionsCreateUserError", NEW_OPTIONS, null);
        type(wiring, "ProductOptionUpdateUserError", OF_OPTIONS, null);
        type(wiring, "ProductOptionsDeleteUserError", Map.of(), null);
        TypeFields.of("MetafieldsSetUserError", CatalogError.class)
                .field("field", CatalogError::field)
                .field("message", CatalogError::message)
                .field("code", CatalogError::code)
                .field("elementIndex", CatalogError::elementIndex)
                .addTo(wiring);
    }

    /** @param otherwise the code of all that have none of their own; null if every one has */
    private static void type(RuntimeWiring.Builder wiring, String name, Map<String, String> codes, String otherwise) {
        TypeFields.of(name, CatalogError.class)
                .field("field", CatalogErrors::path)
                .field("message", CatalogError::message)
                .field("code", error -> code(error, codes, otherwise))
                .addTo(wiring);
    }

    private static String code(CatalogError error, Map<String, String> codes, String otherwise) {
        boolean general = otherwise != null
                && !List.of("PRODUCT_DOES_NOT_EXIST", "NEED_TO_ADD_OPTION_VALUES", "NO_KEY_ON_CREATE")
                        .contains(error.code());
        return codes.getOrDefault(error.code(), general ? otherwise : error.code());
    }

    private static List<String> path(CatalogError error) {
        return error.field().isEmpty() ? null : error.field();
    }

    /** For mutations whose errors have no code. */
    static UserError plain(CatalogError error) {
        return new UserError(path(error), error.message());
    }
}
