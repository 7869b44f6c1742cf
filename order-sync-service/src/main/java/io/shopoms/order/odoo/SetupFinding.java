package io.shopoms.order.odoo;

/**
 * Something in Odoo that is not as orders need it.
 *
 * @param severity how much it matters
 * @param subject what it is about: {@code rounding}, {@code product shipping}, {@code tax 19 % included}, …
 * @param problem what is wrong, in a sentence
 * @param remedy what to do, in sentences
 */
public record SetupFinding(Severity severity, String subject, String problem, String remedy) {

    /** How much a finding matters. */
    public enum Severity {
        /** Orders that need it wait. */
        MISSING,
        /** Orders go through, but amounts may differ. */
        UNSUITABLE,
        /** It matters only to some orders, if at all. */
        NOTE
    }
}
