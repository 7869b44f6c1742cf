/** Who may use a service's API: receives the configured key, hands it to the token check; without one, nobody may. */
package io.shopoms.bus.access;
