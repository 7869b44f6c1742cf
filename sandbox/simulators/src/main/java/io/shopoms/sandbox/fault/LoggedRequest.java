package io.shopoms.sandbox.fault;

import java.time.Instant;
import java.util.Optional;

/**
 * One request that a simulator received. It holds no body: bodies carry credentials and personal data.
 *
 * @param at when it arrived
 * @param operation what it asked for
 * @param status the HTTP status answered; 0 if the connection was dropped
 * @param fault the fault that it ran into
 */
public record LoggedRequest(Instant at, String operation, int status, Optional<FaultKind> fault) {}
