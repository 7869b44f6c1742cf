package io.shopoms.sandbox.odoo.company;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * All countries of ISO 3166, and states of some of them with the codes that Odoo uses. Where these are not Shopify's (Great
 * Britain: counties; Germany: {@code DE-BE}), nothing matches here either.
 */
final class Places {

    private Places() {}

    static void fill(Env env) {
        Map<String, Long> ids = new HashMap<>();
        Arrays.stream(Locale.getISOCountries()).sorted().forEach(code -> {
            String name = new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
            Record country = env.create("res.country", Map.of("name", name, "code", code));
            ids.put(code, country.id());
        });
        try (InputStream in = Places.class.getResourceAsStream("states.csv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.isBlank()).forEach(line -> {
                String[] cells = line.split(",", 3);
                env.create(
                        "res.country.state",
                        Map.of("country_id", ids.get(cells[0]), "code", cells[1], "name", cells[2]));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
