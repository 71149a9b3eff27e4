package dev.crystallize.processor.report;

import dev.crystallize.processor.model.ElementPlace;
import dev.crystallize.runtime.config.Diagnostic;

/**
 * A diagnostic and where it is put in Java.
 *
 * @param diagnostic what is wrong; its place, if it has one, lies in YAML
 * @param place where the compiler shows it
 */
public record Finding(Diagnostic diagnostic, ElementPlace place) {}
