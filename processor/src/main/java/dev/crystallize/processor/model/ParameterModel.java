package dev.crystallize.processor.model;

import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** A parameter of a step, datasource, verifier or resource, by what it is given. */
public sealed interface ParameterModel {

  /** Returns what all parameters have. */
  Declared declared();

  /** Returns its index among the method's parameters. */
  default int position() {
    return declared().position();
  }

  /** Returns its type. */
  default TypeMirror type() {
    return declared().type();
  }

  /**
   * What every parameter has.
   *
   * @param position its index
   * @param name its name in Java and, by its annotation, in YAML
   * @param nameKnown whether the Java name is real; a class file may have lost it
   * @param type its type, of the current round
   * @param typeKnown whether all of its type exists in this round
   * @param place where it stands
   */
  record Declared(
      int position,
      YamlName name,
      boolean nameKnown,
      TypeMirror type,
      boolean typeKnown,
      ElementPlace place) {}

  /** The data: what the step before returned. */
  record Data(Declared declared) implements ParameterModel {}

  /** {@code @Artifact}: an input; its name is the alias under {@code datasource}. */
  record Input(Declared declared) implements ParameterModel {}

  /**
   * {@code Output<T>}: an output of this experiment; its name is the alias under {@code outputs}.
   *
   * @param written the {@code T}; empty where {@code Output} is raw or has a wildcard
   */
  record OutputHandle(Declared declared, Optional<TypeMirror> written) implements ParameterModel {}

  /**
   * {@code @Param}: a value from the configuration; its name is the key.
   *
   * @param codec how the value is read
   * @param defaultValue the text of {@code defaultValue}, if it is given
   */
  record Param(Declared declared, CodecModel codec, Optional<String> defaultValue)
      implements ParameterModel {}

  /** {@code Context}. */
  record ContextParameter(Declared declared) implements ParameterModel {}

  /** {@code Metrics}. */
  record MetricsParameter(Declared declared) implements ParameterModel {}

  /** {@code RandomGenerator}. */
  record RandomParameter(Declared declared) implements ParameterModel {}

  /** {@code Samples} of a verifier: the baseline's first, then the treatment's. */
  record SamplesParameter(Declared declared) implements ParameterModel {}

  /**
   * A resource, by type.
   *
   * @param candidates the methods that make one of that type; one, unless it is ambiguous
   */
  record ResourceParameter(Declared declared, List<MethodModel> candidates)
      implements ParameterModel {
    /** Copies the list. */
    public ResourceParameter {
      candidates = List.copyOf(candidates);
    }
  }

  /** Nothing it could be given; in a step, one of several that could be the data. */
  record Unresolved(Declared declared) implements ParameterModel {}
}
