package io.shopoms.order.policy;

import io.quarkus.runtime.Startup;
import io.shopoms.order.OrderSettings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Names environment variables that look like settings of orders and are none. A misspelt one would otherwise leave a default
 * in force without a word.
 */
@Startup
@ApplicationScoped
class UnknownSettings {

    private static final Logger LOG = Logger.getLogger(UnknownSettings.class);
    private static final String PREFIX = "SHOPOMS_ORDERS_";
    private static final Pattern KNOWN = Pattern.compile(PREFIX + "(" + names(OrderPolicySettings.class) + "|"
            + names(OrderSettings.class) + "|STORES_([A-Z0-9]+|_[A-Z0-9_]+_)_("
            + names(OrderPolicySettings.StoreChoices.class) + "))");

    @PostConstruct
    void warn() {
        of(System.getenv().keySet())
                .forEach(name -> LOG.warnf(
                        "%s is no setting and has no effect; a store's handle is written in letters and digits only,"
                                + " such as ACMESHOP for acme-shop",
                        name));
    }

    /** Those of the variables that have the prefix and no meaning. */
    static List<String> of(Collection<String> variables) {
        return variables.stream()
                .filter(name -> name.startsWith(PREFIX))
                .filter(name -> !KNOWN.matcher(name).matches())
                .sorted()
                .toList();
    }

    /** The settings of an interface as they are spelled in the environment. */
    private static String names(Class<?> settings) {
        return Arrays.stream(settings.getDeclaredMethods())
                .map(Method::getName)
                .filter(name -> !name.equals("stores") && !name.contains("$"))
                .map(name -> name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT))
                .collect(Collectors.joining("|"));
    }
}
