package io.shopoms.inventory.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.shopoms.inventory.stock.Difference;
import io.shopoms.inventory.stock.StockNumber;
import io.shopoms.inventory.stock.StockNumber.SourceStock;
import io.shopoms.inventory.stock.StockSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The parts of a level that are kept as JSON: nobody searches by them. */
@ApplicationScoped
@RegisterForReflection(targets = {Difference.class, StockNumber.class, SourceStock.class, StockSource.class})
class LevelJson {

    private static final TypeReference<List<Difference>> DIFFERENCES = new TypeReference<>() {};

    private final ObjectMapper json;

    LevelJson(ObjectMapper json) {
        this.json = json;
    }

    String differences(List<Difference> differences) {
        return write(differences);
    }

    List<Difference> differences(String text) {
        try {
            return json.readValue(text, DIFFERENCES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("differences of a level are written as JSON", e);
        }
    }

    String number(Optional<StockNumber> number) {
        return number.map(this::write).orElse(null);
    }

    Optional<StockNumber> number(String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readValue(text, StockNumber.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the number of a level is written as JSON", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values are always JSON", e);
        }
    }
}
