package io.shopoms.sandbox.shopify.catalog;

/** One value of an option: its variants keep it when it is renamed. */
public final class OptionValue {

    private final long id;
    private String name;

    OptionValue(long id, String name) {
        this.id = id;
        this.name = name;
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    void rename(String newName) {
        name = newName;
    }
}
