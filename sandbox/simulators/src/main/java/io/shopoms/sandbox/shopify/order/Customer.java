package io.shopoms.sandbox.shopify.order;

import java.time.Instant;
import java.util.List;

/** A buyer. */
public final class Customer implements StoreRecord {

    private final long id;
    private final long addressId;
    private final String currency;
    private final Instant createdAt;
    private CustomerProfile profile;
    private Instant updatedAt;

    Customer(long id, long addressId, CustomerProfile profile, String currency, Instant createdAt) {
        this.id = id;
        this.addressId = addressId;
        this.profile = profile;
        this.currency = currency;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    @Override
    public long id() {
        return id;
    }

    /** Of the default address. */
    public long addressId() {
        return addressId;
    }

    public CustomerProfile profile() {
        return profile;
    }

    public String email() {
        return profile.email();
    }

    public String phone() {
        return profile.phone();
    }

    public String firstName() {
        return profile.firstName();
    }

    public String lastName() {
        return profile.lastName();
    }

    /** The default address; null for none. */
    public Address address() {
        return profile.address();
    }

    public List<String> tags() {
        return profile.tags();
    }

    public String currency() {
        return currency;
    }

    @Override
    public Instant createdAt() {
        return createdAt;
    }

    @Override
    public Instant updatedAt() {
        return updatedAt;
    }

    void change(CustomerProfile newProfile, Instant now) {
        profile = newProfile;
        updatedAt = now;
    }
}
