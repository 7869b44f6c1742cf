package io.shopoms.order.mapping;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Decides whether a contact that Odoo already has is the customer. By e-mail and phone, in the order that the policy wants;
 * only when exactly one contact fits. Two that fit are never guessed between: the customer is made anew, and a remark
 * says why. A contact that stands for another Shopify account is nobody else.
 */
public final class CustomerMatching {

    private CustomerMatching() {}

    /** How a partner came to stand for a customer; the word is kept in {@code customer_link}. */
    public enum How {
        CREATED,
        EMAIL,
        PHONE,
        /** The customer ordered as a guest before. */
        GUEST,
        /** Shopify merged two customers. */
        MERGED
    }

    /**
     * What to do.
     *
     * @param partnerId the contact in Odoo; empty: make one
     * @param remark what people should know
     */
    public record Decision(Optional<Long> partnerId, How how, Optional<String> remark) {}

    /**
     * Decides for one customer.
     *
     * @param reference the {@code ref} of the customer's own contact
     * @param candidates what Odoo found for this and other customers
     * @param taken contacts that stand for other Shopify accounts of the store
     */
    public static Decision decide(
            CustomerIdentity identity, String reference, Collection<PartnerCandidate> candidates, Set<Long> taken) {
        List<PartnerCandidate> free = candidates.stream()
                .filter(candidate -> !identity.isAccount()
                        || !taken.contains(candidate.id()) && !candidate.isSomebodyElses(reference))
                .toList();
        return identity.by().stream()
                .flatMap(mark -> switch (mark) {
                    case EMAIL -> identity.email().flatMap(email -> byEmail(free, email)).stream();
                    case PHONE -> identity.phone().flatMap(phone -> byPhone(free, phone)).stream();
                })
                .findFirst()
                .orElse(new Decision(Optional.empty(), How.CREATED, Optional.empty()));
    }

    private static Optional<Decision> byEmail(List<PartnerCandidate> candidates, String email) {
        return pick(candidates, candidate -> candidate.email().equals(email), How.EMAIL, "e-mail");
    }

    private static Optional<Decision> byPhone(List<PartnerCandidate> candidates, PhoneNumber phone) {
        return pick(candidates, candidate -> has(candidate, phone), How.PHONE, "phone");
    }

    private static Optional<Decision> pick(
            List<PartnerCandidate> candidates, Predicate<PartnerCandidate> fits, How how, String what) {
        List<Long> ids = candidates.stream()
                .filter(fits)
                .map(PartnerCandidate::id)
                .distinct()
                .sorted()
                .toList();
        return switch (ids.size()) {
            case 0 -> Optional.empty();
            case 1 ->
                Optional.of(new Decision(
                        Optional.of(ids.get(0)),
                        how,
                        Optional.of("customer is contact " + ids.get(0) + " by " + what)));
            default ->
                Optional.of(new Decision(
                        Optional.empty(),
                        How.CREATED,
                        Optional.of("contacts " + ids + " have the customer's " + what + ": a new one was made")));
        };
    }

    private static boolean has(PartnerCandidate candidate, PhoneNumber phone) {
        return PhoneNumber.of(candidate.phone(), candidate.countryCode())
                .map(own -> own.e164().equals(phone.e164()))
                // Without a country, Odoo's own spelling must do: the search asked for these alone.
                .orElse(phone.spellings().contains(candidate.phone().strip()));
    }
}
