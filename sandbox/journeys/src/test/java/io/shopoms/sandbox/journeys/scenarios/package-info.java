/** The journeys: each receives a whole stack, hands it what a store, its customers or its troubles would, and looks at the far end. */
package io.shopoms.sandbox.journeys.scenarios;
