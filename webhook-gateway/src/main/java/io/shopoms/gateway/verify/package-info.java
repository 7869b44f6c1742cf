/** Receives raw bytes and a signature, answers whether the store signed them; never parses, never throws for bad input. */
package io.shopoms.gateway.verify;
