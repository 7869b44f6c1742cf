package io.shopoms.sandbox.shopify.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The metafields that the merchant has defined. Others can be set too, of any type. */
public final class MetafieldDefinitions {

    private final LongSupplier ids;
    private final List<MetafieldDefinition> all = new ArrayList<>();

    MetafieldDefinitions(LongSupplier ids) {
        this.ids = ids;
    }

    /**
     * @param ownerType PRODUCT or PRODUCTVARIANT
     * @throws IllegalArgumentException if there is one of that name, or no such type
     */
    public MetafieldDefinition define(String ownerType, String namespace, String key, String name, String type) {
        if (!ownerType.equals("PRODUCT") && !ownerType.equals("PRODUCTVARIANT")) {
            throw new IllegalArgumentException("ownerType must be PRODUCT or PRODUCTVARIANT");
        }
        if (!MetafieldTypes.exists(type)) {
            throw new IllegalArgumentException("there is no metafield type " + type);
        }
        if (find(ownerType, namespace, key).isPresent()) {
            throw new IllegalArgumentException(namespace + "." + key + " is defined already");
        }
        MetafieldDefinition made =
                new MetafieldDefinition(ids.getAsLong(), ownerType, namespace, key, name == null ? key : name, type);
        all.add(made);
        return made;
    }

    public Optional<MetafieldDefinition> find(String ownerType, String namespace, String key) {
        return all.stream()
                .filter(each -> each.ownerType().equals(ownerType)
                        && each.namespace().equals(namespace)
                        && each.key().equals(key))
                .findFirst();
    }

    void clear() {
        all.clear();
    }

    public List<MetafieldDefinition> all() {
        return List.copyOf(all);
    }
}
