package dev.crystallize.processor.generate;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;

/** Writes the generated types of an experiment as Java source. */
public final class GraphGenerator implements TypeGenerator {

  private final Filer filer;
  private final Lints lints;
  private final LateConstants late = new LateConstants();

  /** Makes a generator for one run of the compiler. */
  public GraphGenerator(ProcessingEnvironment environment) {
    this.filer = environment.getFiler();
    this.lints = new Lints(environment.getElementUtils());
  }

  @Override
  public void generate(Graph graph, ExperimentModel experiment, Part part, Optional<String> broken)
      throws IOException {
    GraphTypes types = new GraphTypes(graph, experiment, broken, lints, late);
    switch (part) {
      case WHOLE -> write(experiment, types.whole());
      case GRAPH -> {
        late.add(experiment, types.known());
        write(experiment, types.withoutNode());
      }
      case NODE -> write(experiment, types.nodeAlone());
    }
  }

  private void write(ExperimentModel experiment, TypeSpec type) throws IOException {
    JavaFile file =
        JavaFile.builder(experiment.packageName(), type)
            .indent("  ")
            .skipJavaLangImports(true)
            .build();
    String prefix = experiment.packageName().isEmpty() ? "" : experiment.packageName() + ".";
    try (Writer out =
        filer.createSourceFile(prefix + type.name(), experiment.root()).openWriter()) {
      out.write(SourceFormat.format(file.toString()));
    }
  }
}
