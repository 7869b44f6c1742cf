package io.shopoms.order.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.order.mapping.CustomerMatching.Decision;
import io.shopoms.order.mapping.CustomerMatching.How;
import io.shopoms.order.policy.OrderPolicy.CustomerMatch;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CustomerMatchingTest {

    private static final String EMAIL = "ada@example.com";
    private static final Optional<PhoneNumber> PHONE = PhoneNumber.of("+49 171 1234567", Optional.empty());

    private static final List<CustomerMatch> BY_EMAIL_THEN_PHONE = List.of(CustomerMatch.EMAIL, CustomerMatch.PHONE);

    private static final CustomerIdentity ACCOUNT =
            new CustomerIdentity("customer:1", List.of(), BY_EMAIL_THEN_PHONE, Optional.of(EMAIL), PHONE);

    @Test
    void theOnlyContactWithTheEmailIsTheCustomer() {
        // When
        Decision decision = decide(ACCOUNT, contact(7, EMAIL, ""), contact(8, "other@example.com", ""));

        // Then
        assertThat(decision.partnerId()).contains(7L);
        assertThat(decision.how()).isEqualTo(How.EMAIL);
    }

    @Test
    void betweenTwoContactsNobodyGuesses() {
        // When
        Decision decision = decide(ACCOUNT, contact(7, EMAIL, "+491711234567"), contact(8, EMAIL, ""));

        // Then
        assertThat(decision.partnerId()).isEmpty();
        assertThat(decision.how()).isEqualTo(How.CREATED);
        assertThat(decision.remark().orElseThrow()).contains("[7, 8]", "e-mail").doesNotContain("ada");
    }

    @Test
    void thePhoneDecidesWhereNobodyHasTheEmail() {
        // When
        Decision national = decide(ACCOUNT, new PartnerCandidate(9, "", "0171 / 123 45 67", Optional.of("DE"), ""));
        Decision withoutCountry = decide(ACCOUNT, contact(9, "", "+49 171 1234567"));
        Decision otherCountry = decide(ACCOUNT, new PartnerCandidate(9, "", "0171 / 123 45 67", Optional.of("AT"), ""));

        // Then
        assertThat(national.partnerId()).contains(9L);
        assertThat(national.how()).isEqualTo(How.PHONE);
        assertThat(withoutCountry.partnerId()).contains(9L);
        assertThat(otherCountry.partnerId()).isEmpty();
    }

    @Test
    void thePolicysOrderDecidesWhereTwoContactsFit() {
        // Given
        CustomerIdentity byPhoneFirst = new CustomerIdentity(
                "customer:1", List.of(), List.of(CustomerMatch.PHONE, CustomerMatch.EMAIL), Optional.of(EMAIL), PHONE);
        PartnerCandidate hasEmail = contact(7, EMAIL, "");
        PartnerCandidate hasPhone = contact(8, "", "+491711234567");

        // When
        Decision byEmail = decide(ACCOUNT, hasEmail, hasPhone);
        Decision byPhone = decide(byPhoneFirst, hasEmail, hasPhone);

        // Then
        assertThat(byEmail.partnerId()).contains(7L);
        assertThat(byPhone.partnerId()).contains(8L);
    }

    @Test
    void aContactThatStandsForAnotherAccountIsNobodyElse() {
        // Given
        PartnerCandidate made = new PartnerCandidate(7, EMAIL, "", Optional.empty(), "shopify:2");

        // When
        Decision taken = CustomerMatching.decide(ACCOUNT, "shopify:1", List.of(contact(7, EMAIL, "")), Set.of(7L));
        Decision madeForAnother = decide(ACCOUNT, made);
        Decision guest = CustomerMatching.decide(
                new CustomerIdentity("guest:ab", List.of(), BY_EMAIL_THEN_PHONE, Optional.of(EMAIL), Optional.empty()),
                "",
                List.of(made),
                Set.of(7L));

        // Then
        assertThat(taken.partnerId()).isEmpty();
        assertThat(madeForAnother.partnerId()).isEmpty();
        assertThat(guest.partnerId()).contains(7L);
    }

    @Test
    void theContactThatWasMadeForTheCustomerIsFoundAgain() {
        assertThat(decide(ACCOUNT, new PartnerCandidate(7, EMAIL, "", Optional.empty(), "shopify:1"))
                        .partnerId())
                .contains(7L);
    }

    @Test
    void withoutAPolicyNobodyIsRecognised() {
        assertThat(decide(CustomerIdentity.unmistakable("customer:1"), contact(7, EMAIL, "+491711234567"))
                        .partnerId())
                .isEmpty();
    }

    private static Decision decide(CustomerIdentity identity, PartnerCandidate... candidates) {
        return CustomerMatching.decide(identity, "shopify:1", List.of(candidates), Set.of());
    }

    private static PartnerCandidate contact(long id, String email, String phone) {
        return new PartnerCandidate(id, email, phone, Optional.empty(), "");
    }
}
