package io.shopoms.order.policy;

import io.shopoms.order.mapping.TaxKey;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The setting {@code shopoms.orders.taxes}: which tax is meant where several have the same rate.
 *
 * @param ids of Odoo's taxes
 */
public record TaxChoices(Map<TaxKey, Long> ids) {

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,3}(?:\\.\\d{1,4})?)\\s*:\\s*(included|excluded)\\s*=\\s*(\\d{1,18})");

    public TaxChoices {
        ids = Map.copyOf(ids);
    }

    /** Nothing chosen. */
    static TaxChoices none() {
        return new TaxChoices(Map.of());
    }

    /** @throws IllegalArgumentException naming the entry that is not of the documented form, or contradicts another */
    static TaxChoices parse(List<String> entries) {
        Map<TaxKey, Long> ids = new HashMap<>();
        for (String entry : entries) {
            Matcher matcher = FORM.matcher(entry.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "'" + entry + "' is not <percent>:<included|excluded>=<id>, such as 19:included=5");
            }
            TaxKey key = new TaxKey(
                    new BigDecimal(matcher.group(1)), matcher.group(2).equals("included"));
            long id = Long.parseLong(matcher.group(3));
            Long other = ids.put(key, id);
            if (other != null && other != id) {
                throw new IllegalArgumentException(
                        "'" + entry + "' names another tax than " + other + " for the same rate");
            }
        }
        return new TaxChoices(ids);
    }
}
