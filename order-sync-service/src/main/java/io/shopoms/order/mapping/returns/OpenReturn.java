package io.shopoms.order.mapping.returns;

/**
 * A return that shopOMS prepared and that is not done.
 *
 * @param name such as {@code WH/IN/00007}
 * @param draft whether Odoo does not know yet that it is meant
 */
public record OpenReturn(long pickingId, String name, boolean draft) {}
