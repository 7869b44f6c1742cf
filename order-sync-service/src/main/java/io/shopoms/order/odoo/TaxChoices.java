package io.shopoms.order.odoo;

import io.shopoms.order.mapping.TaxKey;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The setting {@code shopoms.orders.taxes}: which tax is meant where several have the same rate. */
final class TaxChoices {

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,3}(?:\\.\\d{1,4})?)\\s*:\\s*(included|excluded)\\s*=\\s*(\\d{1,18})");

    private TaxChoices() {}

    /** @throws IllegalArgumentException naming the entry that is not of the documented form */
    static Map<TaxKey, Long> parse(List<String> entries) {
        Map<TaxKey, Long> choices = new HashMap<>();
        for (String entry : entries) {
            Matcher matcher = FORM.matcher(entry.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException("shopoms.orders.taxes: '" + entry
                        + "' is not <percent>:<included|excluded>=<id>, such as 19:included=5");
            }
            choices.put(
                    new TaxKey(
                            new BigDecimal(matcher.group(1)), matcher.group(2).equals("included")),
                    Long.parseLong(matcher.group(3)));
        }
        return choices;
    }
}
