package io.shopoms.sync.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SyncFailureTest {

    @Test
    void theKindsAreThoseOfAllFailures() {
        assertThat(SyncFailure.KINDS)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(SyncFailure.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList());
    }
}
