package dev.crystallize.runtime.plan;

/**
 * One reference of an experiment to an output of another one.
 *
 * @param alias the name of the input in the reading experiment
 * @param upstream the name of the experiment that is read
 * @param output the alias of the output there
 */
public record PlanEdge(String alias, String upstream, String output) {}
