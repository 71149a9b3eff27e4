package dev.crystallize.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.lang.model.type.TypeMirror;

/** An experiment of the graph: of this compilation, or compiled earlier. */
public sealed interface GraphNode permits ExperimentModel, CompiledExperiment {

  /** Returns the name it is known by in messages and results. */
  String name();

  /** Returns its folder. */
  String folder();

  /** Returns the qualified name of its generated graph, which is its identity in the model. */
  String graphClass();

  /** Returns the treatments it defines, without the baseline, in order. */
  List<String> treatmentNames();

  /** Returns the replicates it declares. */
  OptionalInt declaredReplicates();

  /**
   * Returns the qualified names of the graphs it reads from, each once, in order; unknown ones left
   * out.
   */
  List<String> upstream();

  /** Returns the aliases of its outputs, in order. */
  List<String> outputAliases();

  /**
   * Returns the type that readers of an output get from its loader, of the current round; empty if
   * there is no loader or the type is not known.
   */
  Optional<TypeMirror> readType(String alias);

  /** Returns whether an output is a directory and no file. */
  boolean isDirectory(String alias);

  /**
   * Returns whether its outputs and their types cannot be relied on, so that dependents are silent.
   */
  boolean isBroken();
}
