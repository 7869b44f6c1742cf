package io.shopoms.sync.job;

/** A failure as stored: its kind, what went wrong and what to do about it. */
public record StoredFailure(String kind, String message, String remedy) {}
