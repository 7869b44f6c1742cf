package io.shopoms.order.mapping;

import io.shopoms.order.policy.OrderPolicy.CustomerMatch;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * By what the customer of an order is recognised.
 *
 * @param key the customer's place in {@code customer_link}: {@code customer:61001}, {@code guest:<hash of the e-mail>},
 *     {@code order:5005} for a guest who has none, {@code company:7}, {@code contact:7_61001}
 * @param former keys under which the same person may be known from before becoming a customer
 * @param by what the policy recognises people by, in this order
 * @param email by which to look in Odoo; empty if the policy does not want that, or it identifies nobody
 * @param phone by which to look in Odoo, in the same manner
 */
public record CustomerIdentity(
        String key, List<String> former, List<CustomerMatch> by, Optional<String> email, Optional<PhoneNumber> phone) {

    private static final String ACCOUNT = "customer:";

    public CustomerIdentity {
        former = List.copyOf(former);
        by = List.copyOf(by);
    }

    static CustomerIdentity unmistakable(String key) {
        return new CustomerIdentity(key, List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    /** The key of a Shopify customer. */
    public static String customerKey(long customerId) {
        return ACCOUNT + customerId;
    }

    /** The key of guests who left this normalised e-mail; it does not tell which one. */
    public static String guestKey(String shop, String email) {
        return "guest:" + Fingerprint.of(List.of(shop, email));
    }

    /** Whether it stands for a Shopify account: two accounts are two people, also with one e-mail. */
    public boolean isAccount() {
        return isAccount(key);
    }

    public static boolean isAccount(String key) {
        return key.startsWith(ACCOUNT);
    }

    /** The Shopify number of the account that a key stands for; empty for every other key. */
    public static Optional<Long> accountNumber(String key) {
        return isAccount(key) ? Optional.of(Long.valueOf(key.substring(ACCOUNT.length()))) : Optional.empty();
    }

    /** The key without its kind. */
    String number() {
        return key.substring(key.indexOf(':') + 1);
    }

    public Stream<String> keys() {
        return Stream.concat(Stream.of(key), former.stream());
    }

    /** Personal data does not print. */
    @Override
    public String toString() {
        return "CustomerIdentity[" + key + "]";
    }
}
