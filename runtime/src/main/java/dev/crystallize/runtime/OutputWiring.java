package dev.crystallize.runtime;

import dev.crystallize.runtime.config.Located;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.OutputConfig;
import dev.crystallize.runtime.config.OutputKind;
import dev.crystallize.runtime.config.Place;
import dev.crystallize.runtime.config.SnakeCase;
import dev.crystallize.runtime.config.Suggestion;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds how the outputs of a configuration are written and read. */
final class OutputWiring {

  private final WiringReport report;
  private final ExperimentNode compiled;
  private final CodeCatalog code;
  private final FormatWiring formats;

  OutputWiring(WiringReport report, ExperimentNode compiled, CodeCatalog code) {
    this.report = report;
    this.compiled = compiled;
    this.code = code;
    this.formats = new FormatWiring(report, code);
  }

  /** A step that writes an output, and the type that it writes. */
  private record Write(StepUse use, Type type) {}

  /** Returns those outputs of which all is known, by alias. */
  Map<String, WiredOutput> wire(List<Optional<StepUse>> uses) {
    Map<String, WiredOutput> wired = new LinkedHashMap<>();
    for (OutputConfig output : report.file().config().outputs()) {
      String alias = output.alias().value();
      List<Write> writes = uses.stream().flatMap(use -> writes(use, alias)).toList();
      if (!writes.isEmpty()) {
        checkOnce(output, writes);
        wire(output, writes.get(0)).ifPresent(found -> wired.put(alias, found));
      } else if (uses.stream().allMatch(Optional::isPresent)) {
        report.report(output.alias().place(), report.diagnostic(Message.UNUSED_OUTPUT, alias));
      }
    }
    return wired;
  }

  private static Stream<Write> writes(Optional<StepUse> use, String alias) {
    return use.stream()
        .flatMap(
            step ->
                IntStream.range(0, step.outputs().size())
                    .filter(i -> step.outputs().get(i).equals(alias))
                    .mapToObj(i -> new Write(step, step.step().writes().get(i).type())));
  }

  private void checkOnce(OutputConfig output, List<Write> writes) {
    if (writes.size() > 1) {
      List<String> steps = writes.stream().map(write -> "'" + write.use().name() + "'").toList();
      String names =
          steps.stream().distinct().count() == 1
              ? "step " + steps.get(0) + " " + steps.size() + " times"
              : "the steps " + Suggestion.listed(steps);
      report.report(
          output.alias().place(),
          report
              .diagnostic(Message.OUTPUT_WRITTEN_TWICE, output.alias().value(), names)
              .withDetail(
                  "give each an output of its own; a step's map rebinds one,"
                      + " as in { step: { parameter: other_output } }"));
    }
  }

  private Optional<WiredOutput> wire(OutputConfig output, Write write) {
    String alias = output.alias().value();
    Optional<? extends OutputCode<?>> before =
        compiled.steps().stream()
            .flatMap(step -> step.declaration().outputs().stream())
            .filter(each -> each.alias().equals(alias))
            .findFirst();
    if (write.type() == GenericType.UNKNOWN) {
      before.ifPresent(each -> checkUnchanged(output, each));
      return before.map(
          each -> new WiredOutput(named(each, output), Optional.of(write.type()), true));
    }
    if (before.isPresent() && isUnchanged(output, before.get(), write.type())) {
      Optional<Type> read = code.output(alias).flatMap(CodeCatalog.CompiledOutput::read);
      return Optional.of(new WiredOutput(named(before.get(), output), read, true));
    }
    return formats.find(output, write.use(), write.type());
  }

  private static OutputCode<?> named(OutputCode<?> code, OutputConfig output) {
    return code.withFileName(output.fileName().value());
  }

  private boolean isUnchanged(OutputConfig output, OutputCode<?> before, Type written) {
    Origin.Format format = format(output);
    return isDirectory(output) == before.isDirectory()
        && isNamed(output.writer(), format.writer())
        && isNamed(output.loader(), format.loader())
        && code.output(before.alias()).filter(each -> each.written().equals(written)).isPresent();
  }

  static boolean isDirectory(OutputConfig output) {
    return output.kind() == OutputKind.DIRECTORY;
  }

  private Origin.Format format(OutputConfig output) {
    return compiled
        .origin()
        .map(origin -> origin.format(output.alias().value()))
        .orElse(new Origin.Format("", ""));
  }

  private static boolean isNamed(Optional<Located<String>> name, String known) {
    return SnakeCase.of(name.map(Located::value).orElse("")).equals(SnakeCase.of(known));
  }

  /** Of code whose types nobody knows, an output can only be what it was built as. */
  private void checkUnchanged(OutputConfig output, OutputCode<?> before) {
    Origin.Format format = format(output);
    check(Message.UNKNOWN_WRITER, output.writer(), format.writer());
    check(Message.UNKNOWN_LOADER, output.loader(), format.loader());
    if (isDirectory(output) != before.isDirectory()) {
      Place place = output.declaredKind().map(Located::place).orElse(output.alias().place());
      report.report(
          place,
          report
              .diagnostic(
                  isDirectory(output) ? Message.DIRECTORY_WRITER : Message.FILE_WRITER,
                  before.alias(),
                  "its compiled writer")
              .withDetail(WiringReport.RECOMPILE));
    }
  }

  private void check(Message message, Optional<Located<String>> name, String known) {
    if (name.isPresent() && !isNamed(name, known)) {
      report.unknown(
          message, name.get(), Stream.of(known).filter(each -> !each.isEmpty()).toList());
    }
  }
}
