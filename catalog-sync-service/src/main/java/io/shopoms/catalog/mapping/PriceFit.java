package io.shopoms.catalog.mapping;

import io.shopoms.catalog.product.Variant;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Odoo's price of a variant is the template's list price and an extra for each of its option values. This finds such
 * prices for given ones, where there are any: always with one option, and with more if each value costs the same more
 * whatever it is combined with.
 *
 * @param listPrice the template's price
 * @param extras for each option, in their order, what each value adds; the cheapest value of an option adds nothing
 */
public record PriceFit(BigDecimal listPrice, List<Map<String, BigDecimal>> extras) {

    private static final MathContext EXACT_ENOUGH = MathContext.DECIMAL128;
    private static final int CURRENCY_DECIMALS = 6;

    public PriceFit {
        extras = List.copyOf(extras);
    }

    /** Empty if the variants' prices are not additive, or one has none. */
    public static Optional<PriceFit> of(List<Variant> variants) {
        if (variants.stream().anyMatch(variant -> variant.price().isEmpty())) {
            return Optional.empty();
        }
        Optional<PriceFit> simple = besideTheFirst(variants);
        if (simple.isPresent()) {
            return simple.filter(fit -> fit.holds(variants));
        }
        Equations equations = new Equations(variants);
        return equations.solve().map(equations::fit).filter(fit -> fit.holds(variants));
    }

    /**
     * The only prices that could fit if for every value there is a variant that differs from the first one in it alone, as
     * in nearly all products: what it costs more than the first is the value's. Empty if there is no such variant for a
     * value; then equations tell.
     */
    private static Optional<PriceFit> besideTheFirst(List<Variant> variants) {
        Map<List<String>, BigDecimal> prices = new HashMap<>();
        variants.forEach(
                variant -> prices.put(variant.optionValues(), variant.price().orElseThrow()));
        List<String> first = variants.get(0).optionValues();
        BigDecimal base = prices.get(first);
        List<Map<String, BigDecimal>> extras = new ArrayList<>();
        for (int option = 0; option < first.size(); option++) {
            Map<String, BigDecimal> ofOption = new HashMap<>();
            for (Variant variant : variants) {
                String value = variant.optionValues().get(option);
                if (ofOption.containsKey(value)) {
                    continue;
                }
                List<String> beside = new ArrayList<>(first);
                beside.set(option, value);
                BigDecimal price = prices.get(beside);
                if (price == null) {
                    return Optional.empty();
                }
                ofOption.put(value, price.subtract(base));
            }
            extras.add(ofOption);
        }
        return Optional.of(cheapestAddsNothing(base, extras));
    }

    /** One price for all variants. */
    public static PriceFit flat(BigDecimal price, List<Variant> variants) {
        List<Map<String, BigDecimal>> extras = new ArrayList<>();
        for (int option = 0; option < variants.get(0).optionValues().size(); option++) {
            Map<String, BigDecimal> none = new HashMap<>();
            for (Variant variant : variants) {
                none.put(variant.optionValues().get(option), BigDecimal.ZERO);
            }
            extras.add(none);
        }
        return new PriceFit(price, extras);
    }

    /** What a variant costs in Odoo. */
    public BigDecimal priceOf(List<String> optionValues) {
        BigDecimal price = listPrice;
        for (int option = 0; option < extras.size(); option++) {
            price = price.add(extras.get(option).get(optionValues.get(option)));
        }
        return price;
    }

    private boolean holds(List<Variant> variants) {
        return variants.stream()
                .allMatch(variant -> priceOf(variant.optionValues())
                                .compareTo(variant.price().orElseThrow())
                        == 0);
    }

    private static PriceFit cheapestAddsNothing(BigDecimal base, List<Map<String, BigDecimal>> open) {
        BigDecimal listPrice = base;
        List<Map<String, BigDecimal>> extras = new ArrayList<>();
        for (Map<String, BigDecimal> ofOption : open) {
            BigDecimal cheapest =
                    ofOption.values().stream().min(BigDecimal::compareTo).orElseThrow();
            Map<String, BigDecimal> extra = new HashMap<>();
            ofOption.forEach((value, amount) -> extra.put(value, money(amount.subtract(cheapest))));
            extras.add(extra);
            listPrice = listPrice.add(cheapest);
        }
        return new PriceFit(money(listPrice), extras);
    }

    private static BigDecimal money(BigDecimal amount) {
        BigDecimal plain =
                amount.setScale(CURRENCY_DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /**
     * One equation for each variant: the base and its values' extras sum up to its price. Solved by elimination; what the
     * equations leave open is zero.
     */
    private static final class Equations {

        private final List<Map<String, Integer>> columns = new ArrayList<>();
        private final List<BigDecimal[]> rows = new ArrayList<>();
        private int width = 1;

        Equations(List<Variant> variants) {
            int options = variants.get(0).optionValues().size();
            for (int option = 0; option < options; option++) {
                Map<String, Integer> ofOption = new TreeMap<>();
                for (Variant variant : variants) {
                    String value = variant.optionValues().get(option);
                    if (!ofOption.containsKey(value)) {
                        ofOption.put(value, width++);
                    }
                }
                columns.add(ofOption);
            }
            for (Variant variant : variants) {
                BigDecimal[] row = new BigDecimal[width + 1];
                Arrays.fill(row, BigDecimal.ZERO);
                row[0] = BigDecimal.ONE;
                for (int option = 0; option < options; option++) {
                    row[columns.get(option).get(variant.optionValues().get(option))] = BigDecimal.ONE;
                }
                row[width] = variant.price().orElseThrow();
                rows.add(row);
            }
        }

        Optional<BigDecimal[]> solve() {
            BigDecimal[] solution = new BigDecimal[width];
            Arrays.fill(solution, BigDecimal.ZERO);
            int[] pivotOf = new int[width];
            int done = 0;
            for (int column = 0; column < width && done < rows.size(); column++) {
                int pivot = pivot(done, column);
                pivotOf[column] = -1;
                if (pivot < 0) {
                    continue;
                }
                BigDecimal[] row = rows.remove(pivot);
                rows.add(done, row);
                eliminate(row, done, column);
                pivotOf[column] = done++;
                solution[column] = BigDecimal.ONE;
            }
            for (int row = done; row < rows.size(); row++) {
                if (!isZero(rows.get(row)[width])) {
                    return Optional.empty();
                }
            }
            for (int column = 0; column < width; column++) {
                if (solution[column].signum() != 0) {
                    BigDecimal[] row = rows.get(pivotOf[column]);
                    solution[column] = row[width].divide(row[column], EXACT_ENOUGH);
                }
            }
            return Optional.of(solution);
        }

        private int pivot(int from, int column) {
            for (int row = from; row < rows.size(); row++) {
                if (!isZero(rows.get(row)[column])) {
                    return row;
                }
            }
            return -1;
        }

        private void eliminate(BigDecimal[] pivot, int pivotRow, int column) {
            for (int other = 0; other < rows.size(); other++) {
                BigDecimal[] row = rows.get(other);
                if (other == pivotRow || isZero(row[column])) {
                    continue;
                }
                BigDecimal factor = row[column].divide(pivot[column], EXACT_ENOUGH);
                for (int i = 0; i <= width; i++) {
                    if (pivot[i].signum() != 0) {
                        row[i] = row[i].subtract(pivot[i].multiply(factor, EXACT_ENOUGH), EXACT_ENOUGH);
                    }
                }
            }
        }

        private static boolean isZero(BigDecimal value) {
            return value.signum() == 0
                    || value.setScale(CURRENCY_DECIMALS + 2, RoundingMode.HALF_UP)
                                    .signum()
                            == 0;
        }

        PriceFit fit(BigDecimal[] solution) {
            List<Map<String, BigDecimal>> extras = new ArrayList<>();
            for (Map<String, Integer> ofOption : columns) {
                Map<String, BigDecimal> extra = new HashMap<>();
                ofOption.forEach((value, column) -> extra.put(value, solution[column]));
                extras.add(extra);
            }
            return cheapestAddsNothing(solution[0], extras);
        }
    }
}
