package io.shopoms.sandbox.odoo.view;

/** A contact or one of its addresses; empty texts for what is not set, null for no parent. */
public record PartnerView(
        long id,
        String externalId,
        Long parentId,
        String type,
        boolean company,
        String name,
        String email,
        String phone,
        String ref,
        String street,
        String street2,
        String city,
        String zip,
        String state,
        String country) {}
