package dev.crystallize.processor.model;

import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/**
 * A number that a step records by {@code @Metric}.
 *
 * @param name the metric's canonical name
 * @param component the component of the returned record it is read from; empty if the returned
 *     value is the number itself
 * @param type the number's type, a primitive or a box
 * @param place the step's {@code @Metric}
 */
public record MetricModel(
    String name, Optional<String> component, TypeMirror type, ElementPlace place) {}
