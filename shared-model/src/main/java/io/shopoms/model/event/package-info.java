/**
 * Events between services on {@code shopoms.events}, as JSON. Each says only that a fact holds now; receiving it twice, or
 * after a newer one, must change nothing.
 */
package io.shopoms.model.event;
