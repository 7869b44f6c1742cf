package io.shopoms.order.mapping;

/**
 * An address of an order, to be made below its partner unless it exists there. Texts are empty where nothing is known.
 *
 * @param type {@code invoice} or {@code delivery}
 * @param fingerprint names what it says: the same address is the same contact in Odoo, another one another contact
 */
public record AddressDraft(
        String type, String fingerprint, String name, String companyName, String phone, PostalFields place) {

    /** The part of its external id that follows the partner's. */
    public String key() {
        return type.charAt(0) + "_" + fingerprint;
    }

    /** Personal data does not print. */
    @Override
    public String toString() {
        return "AddressDraft[" + key() + "]";
    }
}
