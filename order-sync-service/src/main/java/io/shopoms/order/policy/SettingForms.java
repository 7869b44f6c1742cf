package io.shopoms.order.policy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * How settings are read that are more than a word or a number. What is malformed stops the start, named with its setting:
 * taken for something else, it would book money wrongly.
 */
public final class SettingForms {

    private SettingForms() {}

    /** {@link TaxChoices}, separated by commas. */
    public static final class Taxes implements Converter<TaxChoices> {

        private static final long serialVersionUID = 1L;

        @Override
        public TaxChoices convert(String value) {
            return entries(value, TaxChoices::parse);
        }
    }

    /** {@link JournalChoices}, separated by commas. */
    public static final class Journals implements Converter<JournalChoices> {

        private static final long serialVersionUID = 1L;

        @Override
        public JournalChoices convert(String value) {
            return entries(value, JournalChoices::parse);
        }
    }

    /** An amount that is not negative. */
    public static final class Limit implements Converter<BigDecimal> {

        private static final long serialVersionUID = 1L;
        private static final int LONGEST = 20;

        @Override
        public BigDecimal convert(String value) {
            if (!value.strip().matches("\\d+(\\.\\d+)?") || value.length() > LONGEST) {
                throw new IllegalArgumentException("'" + value + "' is not an amount such as 0.05; 0 allows none");
            }
            return new BigDecimal(value.strip());
        }
    }

    /** {@code true} or {@code false}; the usual reading takes every unknown word for false. */
    public static final class Switch implements Converter<Boolean> {

        private static final long serialVersionUID = 1L;

        @Override
        public Boolean convert(String value) {
            return switch (value.strip().toLowerCase(Locale.ROOT)) {
                case "true", "yes", "on", "1" -> true;
                case "false", "no", "off", "0" -> false;
                default -> throw new IllegalArgumentException("'" + value + "' is neither true nor false");
            };
        }
    }

    private static <T> T entries(String value, Function<List<String>, T> parse) {
        return parse.apply(Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList());
    }
}
