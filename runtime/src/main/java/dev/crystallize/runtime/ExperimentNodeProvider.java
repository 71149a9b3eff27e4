package dev.crystallize.runtime;

/**
 * What every generated graph implements, so that tools find the code of an experiment by its name.
 *
 * <p>Implementations are listed as services and have a public constructor without parameters.
 */
public interface ExperimentNodeProvider {}
