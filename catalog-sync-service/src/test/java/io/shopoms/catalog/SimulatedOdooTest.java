package io.shopoms.catalog;

import io.shopoms.catalog.fixtures.OdooUnderTest;

class SimulatedOdooTest extends OdooScenarios {

    @Override
    OdooUnderTest start() {
        return OdooUnderTest.simulated();
    }
}
