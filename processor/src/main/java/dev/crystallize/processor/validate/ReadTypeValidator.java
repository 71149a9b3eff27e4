package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.CompiledExperiment;
import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.FormatModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.GraphNode;
import dev.crystallize.processor.model.OutputModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.SourceMethod;
import dev.crystallize.processor.model.SourceModel;
import dev.crystallize.processor.model.StepModel;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.processor.report.TypePrinter;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.type.TypeMirror;

/** {@code artifact-type}: a step that reads what the loader or datasource does not give. */
final class ReadTypeValidator implements ExperimentValidator {

  /** What every artifact can be read as, whatever its loader. */
  private static final Set<String> PLAIN =
      Set.of("byte[]", "java.lang.String", "java.nio.file.Path");

  private final TypeFit fit;

  ReadTypeValidator(TypeFit fit) {
    this.fit = fit;
  }

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    for (StepModel step : experiment.steps()) {
      for (ParameterModel.Input input : step.method().parameters(ParameterModel.Input.class)) {
        if (input.declared().typeKnown() && !fit.hasTypeVariable(input.type())) {
          Optional.ofNullable(step.inputs().get(input.position()))
              .flatMap(binding -> binding.alias().found())
              .flatMap(experiment::source)
              .flatMap(source -> mistake(experiment, graph, step, input, source))
              .ifPresent(diagnostic -> diagnostics.report(diagnostic, input.declared().place()));
        }
      }
    }
  }

  private Optional<Diagnostic> mistake(
      ExperimentModel experiment,
      Graph graph,
      StepModel step,
      ParameterModel.Input input,
      SourceModel source) {
    Reading reading = new Reading(experiment, step, input, source.alias());
    if (source.origin() instanceof SourceModel.FromMethod origin) {
      return origin.method().found().flatMap(method -> fromMethod(reading, method));
    }
    if (source.origin() instanceof SourceModel.FromUpstream origin) {
      Optional<GraphNode> upstream =
          origin
              .experiment()
              .found()
              .filter(name -> !name.equals(experiment.graphClass())) // reported as a cycle
              .flatMap(graph::experiment);
      return upstream.flatMap(
          node -> origin.output().found().flatMap(alias -> fromUpstream(reading, node, alias)));
    }
    return Optional.empty();
  }

  private static boolean isPlain(TypeMirror type) {
    return PLAIN.contains(TypePrinter.qualified(type));
  }

  private static boolean isPath(TypeMirror type) {
    return TypePrinter.qualified(type).equals("java.nio.file.Path");
  }

  private Optional<Diagnostic> fromMethod(Reading reading, SourceMethod method) {
    TypeMirror given = method.method().returnType();
    return fit.fits(given, reading.wanted()) || fit.hasTypeVariable(given)
        ? Optional.empty()
        : Optional.of(
            reading.mismatch(given, "datasource '" + method.method().name().canonical() + "'"));
  }

  private Optional<Diagnostic> fromUpstream(Reading reading, GraphNode node, String alias) {
    if (isPlain(reading.wanted())) {
      return node.isDirectory(alias) && !isPath(reading.wanted()) && !lacksWriter(node, alias)
          ? Optional.of(reading.ofDirectory(node, alias))
          : Optional.empty();
    }
    Optional<TypeMirror> given = node.readType(alias);
    if (given.isPresent()) {
      return fit.fits(given.get(), reading.wanted()) || fit.hasTypeVariable(given.get())
          ? Optional.empty()
          : Optional.of(
              reading.mismatch(given.get(), "the loader of '" + node.name() + "#" + alias + "'"));
    }
    return hasNoLoader(node, alias)
        ? Optional.of(reading.withoutLoader(node, alias))
        : Optional.empty();
  }

  private static boolean hasNoLoader(GraphNode node, String alias) {
    if (node instanceof CompiledExperiment compiled) {
      return !compiled.isBroken() && !compiled.constants().containsKey(alias);
    }
    return node instanceof ExperimentModel experiment
        && experiment.output(alias).filter(ReadTypeValidator::lacksOnlyLoader).isPresent();
  }

  /** Then the kind may be the mistake, which has been said. */
  private static boolean lacksWriter(GraphNode node, String alias) {
    return node instanceof ExperimentModel experiment
        && experiment
            .output(alias)
            .filter(output -> output.writer() instanceof FormatModel.Missing)
            .isPresent();
  }

  /** Where the writer is missing as well, that has been said, and the loader with it. */
  private static boolean lacksOnlyLoader(OutputModel output) {
    return output.loader() instanceof FormatModel.Missing missing
        && !missing.why().unknownType()
        && !(output.writer() instanceof FormatModel.Missing);
  }

  /** A step that reads an input. */
  private record Reading(
      ExperimentModel experiment, StepModel step, ParameterModel.Input input, String alias) {

    TypeMirror wanted() {
      return input.type();
    }

    Diagnostic mismatch(TypeMirror given, String giver) {
      TypePrinter printer = TypePrinter.of(given, wanted());
      return Diagnostic.of(
          experiment.folder(),
          Message.READER_TYPE,
          step.name(),
          alias,
          printer.print(wanted()),
          giver,
          printer.print(given));
    }

    Diagnostic ofDirectory(GraphNode upstream, String output) {
      return Diagnostic.of(
          experiment.folder(),
          Message.READS_DIRECTORY,
          step.name(),
          alias,
          TypePrinter.simple(wanted()),
          output,
          upstream.name());
    }

    Diagnostic withoutLoader(GraphNode upstream, String output) {
      String type = TypePrinter.simple(wanted());
      return Diagnostic.of(
              experiment.folder(),
              Message.NO_LOADER,
              step.name(),
              alias,
              type,
              output,
              upstream.name())
          .withDetail(
              unmarkedLoader(upstream, output)
                  .orElseGet(
                      () ->
                          "add to the class of '"
                              + upstream.name()
                              + "': "
                              + MissingWriterValidator.loaderFor(type)));
    }

    private static Optional<String> unmarkedLoader(GraphNode upstream, String alias) {
      return upstream instanceof ExperimentModel experiment
          ? experiment
              .output(alias)
              .flatMap(OutputModel::written)
              .flatMap(type -> FormatShape.unmarkedLoader(experiment, type))
              .map(method -> MissingWriterValidator.unmarked(experiment, method, Annotation.LOADER))
          : Optional.empty();
    }
  }
}
