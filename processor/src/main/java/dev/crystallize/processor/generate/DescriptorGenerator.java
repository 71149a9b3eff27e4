package dev.crystallize.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.OutputModel;
import dev.crystallize.runtime.config.WiringDigest;
import java.util.List;
import java.util.function.Function;

/** The annotation that tells later compilations what they need to know of an experiment. */
final class DescriptorGenerator {

  private DescriptorGenerator() {}

  /**
   * Returns the annotation.
   *
   * @param constants for an output the name of its constant; empty if it has none with a type
   * @param broken whether something was reported
   */
  static AnnotationSpec descriptor(
      Graph graph,
      ExperimentModel experiment,
      Function<OutputModel, String> constants,
      boolean broken) {
    AnnotationSpec.Builder descriptor =
        AnnotationSpec.builder(Api.EXPERIMENT_DESCRIPTOR)
            .addMember("format", "$L", NodeGenerator.FORMAT)
            .addMember("name", "$L", TextLiteral.of(experiment.name()))
            .addMember("folder", "$L", TextLiteral.of(experiment.folder()));
    add(descriptor, "outputs", texts(experiment.outputAliases()));
    add(descriptor, "constants", texts(experiment.outputs().stream().map(constants).toList()));
    add(
        descriptor,
        "directories",
        texts(
            experiment.outputs().stream()
                .filter(OutputModel::isDirectory)
                .map(OutputModel::alias)
                .toList()));
    add(descriptor, "treatments", texts(experiment.treatmentNames()));
    experiment
        .declaredReplicates()
        .ifPresent(count -> descriptor.addMember("replicates", "$L", count));
    add(
        descriptor,
        "upstream",
        graph.upstream(experiment).stream()
            .map(node -> CodeBlock.of("$T.class", GraphNames.of(node.graphClass())))
            .toList());
    descriptor.addMember("wiring", "$S", WiringDigest.of(experiment.config()));
    if (broken) {
      descriptor.addMember("broken", "true");
    }
    return descriptor.build();
  }

  private static void add(AnnotationSpec.Builder to, String member, List<CodeBlock> items) {
    if (!items.isEmpty()) {
      to.addMember(member, "{$L}", CodeBlock.join(items, ", "));
    }
  }

  private static List<CodeBlock> texts(List<String> texts) {
    return texts.stream().map(text -> CodeBlock.of("$L", TextLiteral.of(text))).toList();
  }
}
