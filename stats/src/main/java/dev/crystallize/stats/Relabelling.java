package dev.crystallize.stats;

/**
 * One way to exchange what baseline and treatment are called.
 *
 * @param statistic the difference of means under the new labels
 * @param typical by how much the values that lost the treatment's label exceed those that got it,
 *     on average; NaN if no label changed. The relabelled statistic reaches the observed one
 *     exactly where this is at most 0; so a true shift is below it in as many cases as a test of
 *     that shift would count, which makes these the "typical values" of Hartigan
 */
record Relabelling(double statistic, double typical) {}
