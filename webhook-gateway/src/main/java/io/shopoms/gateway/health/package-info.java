/**
 * What the platform asks: receives the state of broker, database and configuration, answers whether webhooks are accepted
 * and what to do if not.
 */
package io.shopoms.gateway.health;
