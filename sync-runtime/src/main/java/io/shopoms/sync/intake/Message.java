package io.shopoms.sync.intake;

import java.util.Map;

/**
 * A message as the broker handed it over.
 *
 * @param headers its headers, with values of whatever class the broker's client has for text
 * @param body the exact bytes
 */
record Message(Map<String, ?> headers, byte[] body) {}
