package io.shopoms.order.policy;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The setting {@code shopoms.orders.journals}: in which of Odoo's journals the payments of a gateway are booked.
 *
 * @param codes journal codes by gateway; {@code *} stands for every gateway that is not named
 */
public record JournalChoices(Map<String, String> codes) {

    private static final String OTHERS = "*";
    private static final Pattern FORM = Pattern.compile("(\\*|[^=]*[\\p{L}\\p{N}][^=]*)=\\s*([A-Za-z0-9_.-]{1,16})");

    public JournalChoices {
        codes = Map.copyOf(codes);
    }

    /** No payment is booked. */
    static JournalChoices none() {
        return new JournalChoices(Map.of());
    }

    /** @throws IllegalArgumentException naming the entry that is not of the documented form, or contradicts another */
    static JournalChoices parse(List<String> entries) {
        Map<String, String> codes = new HashMap<>();
        for (String entry : entries) {
            Matcher matcher = FORM.matcher(entry.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "'" + entry + "' is not <gateway>=<journal code>, such as shopify_payments=BNK1 or *=BNK1");
            }
            String gateway = matcher.group(1).strip();
            String other = codes.put(gateway.equals(OTHERS) ? OTHERS : GatewayName.plain(gateway), matcher.group(2));
            if (other != null && !other.equals(matcher.group(2))) {
                throw new IllegalArgumentException(
                        "'" + entry + "' names another journal than " + other + " for the same gateway");
            }
        }
        return new JournalChoices(codes);
    }

    /** The journal of a gateway; empty if its payments are not to be booked. */
    public Optional<String> of(String gateway) {
        return Optional.ofNullable(codes.get(GatewayName.plain(gateway)))
                .or(() -> Optional.ofNullable(codes.get(OTHERS)));
    }

    public boolean isEmpty() {
        return codes.isEmpty();
    }

    /** All journals that are named. */
    public Collection<String> all() {
        return new TreeSet<>(codes.values());
    }
}
