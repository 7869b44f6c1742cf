package io.shopoms.sandbox.odoo.view;

import java.util.List;

/**
 * A transfer.
 *
 * @param code {@code outgoing} or {@code incoming}
 * @param order name of the sales order; empty without one
 * @param carrier empty if none is set
 * @param tracking empty if none is written
 * @param backorderOf name of the transfer whose rest this is; empty if none
 */
public record PickingView(
        long id,
        String name,
        String code,
        String state,
        String order,
        String orderReference,
        String partner,
        String carrier,
        String tracking,
        String backorderOf,
        String writeDate,
        String dateDone,
        List<MoveView> moves) {}
