/** What must hold at the end of a journey, in the words of the shop; what does not hold names the order. */
package io.shopoms.sandbox.journeys.assertions;
