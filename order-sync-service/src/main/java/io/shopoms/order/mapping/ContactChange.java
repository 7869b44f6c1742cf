package io.shopoms.order.mapping;

import io.shopoms.order.shopify.Customer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a contact in Odoo has to follow of its Shopify customer: name, e-mail and phone, each only while Odoo still has what
 * shopOMS wrote there last. What people changed stays; what Shopify does not tell, or withholds, changes nothing.
 *
 * @param values the fields to write
 * @param written what then counts as written by shopOMS
 * @param kept the fields that people changed and Shopify has otherwise
 */
public record ContactChange(Map<String, String> values, WrittenContact written, List<String> kept) {

    /**
     * A contact's fields as Odoo has them; empty where there is nothing.
     */
    public record Present(String name, String email, String phone) {

        /** Personal data does not print. */
        @Override
        public String toString() {
            return "Present[***]";
        }
    }

    public static ContactChange between(Present present, Customer wanted, WrittenContact last) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> kept = new ArrayList<>();
        return new ContactChange(
                values,
                new WrittenContact(
                        field("name", present.name(), wanted.personName(), last.name(), values, kept),
                        field("email", present.email(), wanted.email().orElse(""), last.email(), values, kept),
                        field("phone", present.phone(), wanted.phone().orElse(""), last.phone(), values, kept)),
                kept);
    }

    /** Answers the fingerprint to remember. */
    private static String field(
            String name, String present, String shopifys, String last, Map<String, String> values, List<String> kept) {
        String wanted = OdooText.line(shopifys);
        if (wanted.isEmpty()) {
            return last;
        }
        if (!wanted.equals(present)) {
            if (!Fingerprint.of(present).equals(last)) {
                kept.add(name);
                return last;
            }
            values.put(name, wanted);
        }
        // Equal already: perhaps an earlier try wrote it and was not remembered.
        return Fingerprint.of(wanted);
    }

    /** Personal data does not print. */
    @Override
    public String toString() {
        return "ContactChange" + values.keySet();
    }
}
