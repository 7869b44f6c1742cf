package io.shopoms.sync.cache;

import io.shopoms.model.ShopDomain;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who works on which rows of one kind. An owner is one claim: what it claimed, only it gives back or settles. */
interface Claims {

    /** Claims up to {@code limit} due rows of the store for {@code owner}, in order of their record ids. */
    Uni<List<Claimed>> claim(ShopDomain store, UUID owner, int limit, ProcessingConfig config);

    /** Keeps what the owner claimed for another {@link ProcessingConfig#lease()}. */
    Uni<Integer> renew(ShopDomain store, UUID owner, ProcessingConfig config);

    /** Gives back untried what the owner claimed. */
    Uni<Integer> release(ShopDomain store, UUID owner);

    /** Makes due what waits because the other system failed for a while. */
    Uni<Integer> wakeTransient(ShopDomain store);

    /**
     * Settles what the owner claimed.
     *
     * @return the records for which the verdict holds; of the others a newer version came, or the lease was lost
     */
    Uni<Set<Long>> write(ShopDomain store, UUID owner, List<Verdict> verdicts);
}
