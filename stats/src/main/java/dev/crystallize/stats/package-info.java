/**
 * Ready verifiers, which {@code config.yaml} calls by name alone, and the statistics behind them.
 *
 * <p>In all of them a difference is <em>treatment minus baseline</em>, {@code n} counts independent
 * replicates (or clusters of replicates that are not independent of each other), and a number that
 * cannot be known is NaN: nothing is ever dropped silently.
 */
@NullMarked
package dev.crystallize.stats;

import org.jspecify.annotations.NullMarked;
