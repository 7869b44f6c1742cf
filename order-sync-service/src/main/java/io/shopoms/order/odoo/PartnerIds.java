package io.shopoms.order.odoo;

/** Database ids of the partners of one order. */
public record PartnerIds(long customer, long invoice, long delivery) {}
