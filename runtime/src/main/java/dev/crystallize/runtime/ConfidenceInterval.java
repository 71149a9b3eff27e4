package dev.crystallize.runtime;

/**
 * Where a mean lies with 95 % confidence, if the independent values behind it are about normally
 * distributed: Student's t interval.
 *
 * @param low the lower bound; NaN with fewer than two independent values
 * @param high the upper bound; NaN with fewer than two independent values
 */
public record ConfidenceInterval(double low, double high) {}
