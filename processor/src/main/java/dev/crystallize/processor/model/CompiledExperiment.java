package dev.crystallize.processor.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javax.lang.model.type.TypeMirror;

/**
 * An experiment that was compiled earlier, as its descriptor tells it.
 *
 * @param constants for each output with a constant, the constant's name
 * @param readTypes for each output whose loader's type is known, that type, of the current round
 * @param directories the aliases of the outputs that are directories
 * @param listed whether references to it are allowed: {@code upstream} lists its root class, or the
 *     output folder of this very module holds it; otherwise it is known only through another
 *     experiment that reads from it
 */
public record CompiledExperiment(
    String name,
    String folder,
    String graphClass,
    int format,
    String wiring,
    List<String> treatmentNames,
    OptionalInt declaredReplicates,
    List<String> upstream,
    List<String> outputAliases,
    Map<String, String> constants,
    Map<String, TypeMirror> readTypes,
    Set<String> directories,
    boolean listed,
    boolean isBroken)
    implements GraphNode {

  /** Copies the collections. */
  public CompiledExperiment {
    treatmentNames = List.copyOf(treatmentNames);
    upstream = List.copyOf(upstream);
    outputAliases = List.copyOf(outputAliases);
    constants = Map.copyOf(constants);
    readTypes = Map.copyOf(readTypes);
    directories = Set.copyOf(directories);
  }

  @Override
  public boolean isDirectory(String alias) {
    return directories.contains(alias);
  }

  @Override
  public Optional<TypeMirror> readType(String alias) {
    return Optional.ofNullable(readTypes.get(alias));
  }
}
