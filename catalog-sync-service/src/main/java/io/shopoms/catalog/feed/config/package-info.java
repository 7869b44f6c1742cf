/**
 * What people want of a feed: receives the JSON of a configuration, hands on checked configurations and, to connections
 * alone, their secrets; whatever is wrong in a configuration is named member by member.
 */
package io.shopoms.catalog.feed.config;
