package io.shopoms.sandbox.shopify.order;

import java.util.List;

/** Why a mutation was refused, with the path of the argument that is wrong. */
public record UserError(List<String> field, String message) {}
