package io.shopoms.sandbox.shopify.catalog;

import java.util.List;

/** One of the up to three things that tell a product's variants apart. */
public final class ProductOption {

    /** What a product without options has. */
    static final String DEFAULT_NAME = "Title";

    /** The only value of that option, and the title of the only variant. */
    static final String DEFAULT_VALUE = "Default Title";

    private final long id;
    private String name;
    private List<OptionValue> values;

    ProductOption(long id, String name, List<OptionValue> values) {
        this.id = id;
        this.name = name;
        this.values = List.copyOf(values);
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** In their order; some may have no variant. */
    public List<OptionValue> values() {
        return values;
    }

    void become(String newName, List<OptionValue> newValues) {
        name = newName;
        values = List.copyOf(newValues);
    }
}
