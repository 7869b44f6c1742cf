package io.shopoms.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.shopoms.model.ShopDomain;
import io.shopoms.order.cache.CustomerLink;
import io.shopoms.order.mapping.CustomerIdentity;
import io.shopoms.order.mapping.CustomerMatching.How;
import io.shopoms.order.mapping.PartnerCandidate;
import io.shopoms.order.mapping.PartnerDraft;
import io.shopoms.order.mapping.PostalFields;
import io.shopoms.order.policy.OrderPolicy.CustomerMatch;
import io.shopoms.sync.odoo.ExternalId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CustomerPlanTest {

    private static final ShopDomain SHOP = new ShopDomain("acme.myshopify.com");
    private static final String EMAIL = "ada@example.com";

    @Test
    void anAccountTakesOverWhatItGotAsAGuest() {
        // When
        CustomerPlan plan = CustomerPlan.of(
                List.of(account(1)), Map.of("guest:ab", link("guest:ab", 7)), List.of(), List.of(link("guest:ab", 7)));

        // Then
        assertThat(plan.toMake()).isEmpty();
        assertThat(plan.links(Map.of(), Set.of()))
                .singleElement()
                .isEqualTo(link("guest:ab", 7).under("customer:1", How.GUEST));
    }

    @Test
    void theSecondAccountWithAGuestsEmailDoesNotTakeItOverAgain() {
        // When
        CustomerPlan plan = CustomerPlan.of(
                List.of(account(2)),
                Map.of("guest:ab", link("guest:ab", 7)),
                List.of(new PartnerCandidate(7, EMAIL, "", Optional.empty(), "")),
                List.of(link("guest:ab", 7), link("customer:1", 7)));

        // Then
        assertThat(plan.toMake()).containsExactly(account(2));
    }

    @Test
    void aGuestAndTheAccountOfOneBatchAreOnePartner() {
        // When
        CustomerPlan plan = CustomerPlan.of(List.of(account(1), guest()), Map.of(), List.of(), List.of());
        Map<ExternalId, Long> made = Map.of(guest().id(), 9L);

        // Then
        assertThat(plan.toMake()).containsExactly(guest());
        assertThat(plan.links(made, Set.of(guest().id())))
                .extracting(CustomerLink::key, CustomerLink::partnerId, CustomerLink::ownAddress)
                .containsExactlyInAnyOrder(tuple("guest:ab", 9L, "f00d"), tuple("customer:1", 9L, "f00d"));
    }

    @Test
    void twoAccountsOfOneBatchNeverShareAContact() {
        // When
        CustomerPlan plan = CustomerPlan.of(
                List.of(account(1), account(2)),
                Map.of(),
                List.of(new PartnerCandidate(7, EMAIL, "", Optional.empty(), "")),
                List.of());

        // Then
        assertThat(plan.toMake()).containsExactly(account(2));
        assertThat(plan.links(Map.of(), Set.of()))
                .singleElement()
                .satisfies(link -> assertThat(link.written()).isEmpty());
        assertThat(plan.remarks().get("customer:1")).contains("contact 7");
    }

    @Test
    void aContactThatIsNotWhereItWasDraftedStandsForNoAddress() {
        // When
        CustomerPlan plan = CustomerPlan.of(List.of(guest()), Map.of(), List.of(), List.of());

        // Then
        assertThat(plan.links(Map.of(guest().id(), 9L), Set.of()))
                .singleElement()
                .satisfies(link -> assertThat(link.ownAddress()).isEmpty());
        assertThat(plan.links(Map.of(), Set.of())).isEmpty();
    }

    private static CustomerLink link(String key, long partner) {
        return new CustomerLink(key, partner, How.CREATED, "", Optional.empty());
    }

    private static PartnerDraft account(long id) {
        return draft("customer:" + id, List.of("guest:ab"), ExternalId.of(SHOP, "customer", "" + id));
    }

    private static PartnerDraft guest() {
        return draft("guest:ab", List.of(), ExternalId.of(SHOP, "guest", "ab"));
    }

    private static PartnerDraft draft(String key, List<String> former, ExternalId id) {
        return new PartnerDraft(
                new CustomerIdentity(key, former, List.of(CustomerMatch.EMAIL), Optional.of(EMAIL), Optional.empty()),
                id,
                Optional.empty(),
                false,
                "Ada Example",
                "",
                EMAIL,
                "",
                key.replace("customer:", "shopify:"),
                PostalFields.NONE,
                "f00d");
    }
}
