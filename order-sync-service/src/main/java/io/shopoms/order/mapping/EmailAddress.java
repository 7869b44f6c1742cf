package io.shopoms.order.mapping;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An e-mail address in the form in which Odoo compares them ({@code email_normalized}): without blanks around it, lower
 * case. An address that many people would share tells nobody apart and counts as none.
 */
public final class EmailAddress {

    private static final Pattern FORM = Pattern.compile("[^@\\s,;<>]+@[^@\\s,;<>]+\\.[^@\\s,;<>]+");
    private static final int LONGEST = 254;

    /** Mailboxes that nobody reads, typed in where a form insists on an address. */
    private static final Set<String> NOBODY =
            Set.of("noreply", "donotreply", "nomail", "noemail", "none", "na", "nobody", "anonymous", "unknown", "pos");

    private EmailAddress() {}

    /** The normalised address; empty where there is none, or one that does not stand for a person. */
    public static Optional<String> personal(Optional<String> text) {
        return text.map(email -> email.strip().toLowerCase(Locale.ROOT))
                .filter(email ->
                        email.length() <= LONGEST && FORM.matcher(email).matches())
                .filter(email -> !isShared(email));
    }

    private static boolean isShared(String email) {
        String mailbox = email.substring(0, email.indexOf('@')).replaceAll("[^a-z0-9]", "");
        return NOBODY.contains(mailbox) || email.endsWith(".invalid");
    }
}
