package io.shopoms.order.mapping;

/**
 * What shopOMS last wrote of a contact's fields that people also edit, as fingerprints. Only where Odoo still has it does a
 * change in Shopify write again.
 */
public record WrittenContact(String name, String email, String phone) {

    public static WrittenContact of(String name, String email, String phone) {
        return new WrittenContact(Fingerprint.of(name), Fingerprint.of(email), Fingerprint.of(phone));
    }
}
