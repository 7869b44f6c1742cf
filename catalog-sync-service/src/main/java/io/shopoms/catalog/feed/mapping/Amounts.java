package io.shopoms.catalog.feed.mapping;

import io.shopoms.catalog.product.Weight;
import io.shopoms.catalog.product.WeightUnit;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers, prices and weights as people write them. What can be read in two ways is refused, not guessed. */
final class Amounts {

    private static final Pattern PARTS = Pattern.compile(
            "([^\\d.,+\\-'\\s]{0,8})\\s*([+-]?[\\d][\\d.,' ]*|[+-]?[.,]\\d+)\\s*([^\\d+\\-'\\s][^\\d\\s]{0,7})?");
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
    /** {@code 1.234}: a thousand or one and a bit. */
    private static final Pattern TWO_MEANINGS = Pattern.compile("[+-]?[1-9]\\d{0,2}\\.\\d{3}");

    private static final Pattern CURRENCY_MARK = Pattern.compile("\\p{Sc}|[A-Z]{3}");
    private static final int MOST_DIGITS = 30;

    private static final Map<String, WeightUnit> UNITS = Map.ofEntries(
            Map.entry("g", WeightUnit.GRAMS),
            Map.entry("gram", WeightUnit.GRAMS),
            Map.entry("grams", WeightUnit.GRAMS),
            Map.entry("kg", WeightUnit.KILOGRAMS),
            Map.entry("kilogram", WeightUnit.KILOGRAMS),
            Map.entry("kilograms", WeightUnit.KILOGRAMS),
            Map.entry("oz", WeightUnit.OUNCES),
            Map.entry("ounce", WeightUnit.OUNCES),
            Map.entry("ounces", WeightUnit.OUNCES),
            Map.entry("lb", WeightUnit.POUNDS),
            Map.entry("lbs", WeightUnit.POUNDS),
            Map.entry("pound", WeightUnit.POUNDS),
            Map.entry("pounds", WeightUnit.POUNDS));

    private Amounts() {}

    static Optional<WeightUnit> unit(String text) {
        return Optional.ofNullable(UNITS.get(text.strip().toLowerCase(Locale.ROOT)));
    }

    /** A price: not negative; a currency sign must be that of {@code currency} if one is declared. */
    static BigDecimal money(SourceValue value, Optional<DecimalForm> form, Optional<String> currency)
            throws UnusableRow {
        Read read = read(value, form);
        if (!read.mark().isEmpty() && !isCurrency(read.mark(), currency)) {
            throw new UnusableRow(UnusableRow.shown(value.text())
                    + currency.map(code -> " is not an amount in " + code).orElse(" is not an amount"));
        }
        if (read.number().signum() < 0) {
            throw new UnusableRow(UnusableRow.shown(value.text()) + " is negative");
        }
        return read.number();
    }

    static BigDecimal number(SourceValue value, Optional<DecimalForm> form) throws UnusableRow {
        Read read = read(value, form);
        if (!read.mark().isEmpty()) {
            throw new UnusableRow(UnusableRow.shown(value.text()) + " is not a number");
        }
        return read.number();
    }

    /** A weight in the unit that it names, or in {@code unit}. */
    static Weight weight(SourceValue value, Optional<DecimalForm> form, Optional<WeightUnit> unit) throws UnusableRow {
        Read read = read(value, form);
        Optional<WeightUnit> in = read.mark().isEmpty() ? unit : unit(read.mark());
        if (in.isEmpty()) {
            throw new UnusableRow(UnusableRow.shown(value.text())
                    + (read.mark().isEmpty()
                            ? " has no unit, and the mapping declares none (g, kg, oz, lb)"
                            : " is in none of the units g, kg, oz, lb"));
        }
        if (read.number().signum() < 0) {
            throw new UnusableRow(UnusableRow.shown(value.text()) + " is negative");
        }
        return Weight.of(read.number(), in.get());
    }

    private record Read(BigDecimal number, String mark) {}

    private static Read read(SourceValue value, Optional<DecimalForm> form) throws UnusableRow {
        if (value.exact()) {
            return new Read(new BigDecimal(value.text()), "");
        }
        String text = value.text().replaceAll("[\\u00A0\\u202F\\u2009]", " ").strip();
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches() || text.length() > MOST_DIGITS) {
            throw new UnusableRow(UnusableRow.shown(value.text()) + " is not a number");
        }
        String before = parts.group(1);
        String after = Optional.ofNullable(parts.group(3)).orElse("");
        if (!before.isEmpty() && !after.isEmpty()) {
            throw new UnusableRow(UnusableRow.shown(value.text()) + " is not a number");
        }
        return new Read(number(value, parts.group(2).strip(), form), before + after);
    }

    private static BigDecimal number(SourceValue value, String number, Optional<DecimalForm> form) throws UnusableRow {
        if (form.isPresent()) {
            if (!number.matches(form.get().pattern())) {
                throw new UnusableRow(UnusableRow.shown(value.text()) + " is not a number with a decimal "
                        + form.get().name().toLowerCase(Locale.ROOT));
            }
            return new BigDecimal(form.get().plain(number));
        }
        if (!PLAIN.matcher(number).matches() || TWO_MEANINGS.matcher(number).matches()) {
            throw new UnusableRow(UnusableRow.shown(value.text())
                    + " can be read in more than one way; declare decimal_form as point or comma");
        }
        return new BigDecimal(number);
    }

    private static boolean isCurrency(String mark, Optional<String> currency) {
        if (currency.isEmpty()) {
            return CURRENCY_MARK.matcher(mark).matches();
        }
        return mark.equals(currency.get()) || mark.equals(symbol(currency.get()));
    }

    /** The sign that a currency has in some country. */
    private static String symbol(String code) {
        Currency currency = Currency.getInstance(code);
        for (Locale locale : Locale.getAvailableLocales()) {
            String symbol = currency.getSymbol(locale);
            if (symbol.length() == 1) {
                return symbol;
            }
        }
        return code;
    }
}
