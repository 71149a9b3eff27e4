package dev.crystallize.processor.model;

/**
 * A {@code @Ranker} method.
 *
 * @param method the method
 * @param wellFormed whether it has the allowed shape
 */
public record RankerMethod(MethodModel method, boolean wellFormed) {}
