package dev.crystallize.runtime;

import dev.crystallize.runtime.CodeCatalog.Loader;
import dev.crystallize.runtime.CodeCatalog.Writer;
import dev.crystallize.runtime.config.Located;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.OutputConfig;
import dev.crystallize.runtime.config.Place;
import dev.crystallize.runtime.config.Suggestion;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds the writer and the loader of an output by the rules that the compiler has: by name, else
 * the only one for exactly the type that is written, else the plain form, else JSON.
 */
final class FormatWiring {

  private final WiringReport report;
  private final CodeCatalog code;

  FormatWiring(WiringReport report, CodeCatalog code) {
    this.report = report;
    this.code = code;
  }

  /** Returns how the output is written and read; empty after a report. */
  Optional<WiredOutput> find(OutputConfig output, StepUse use, Type written) {
    Optional<Found> writer = new Search(output, use, written).writer();
    if (writer.isEmpty()) {
      return Optional.empty();
    }
    Read read = loader(output, written, writer.get());
    OutputCode<?> found = code(output, writer.get().code(), read.code());
    return Optional.of(new WiredOutput(found, read.type(), false));
  }

  private static <T> OutputCode<T> code(
      OutputConfig output, ArtifactWriter<T> writer, ArtifactLoader<?> loader) {
    String alias = output.alias().value();
    return new OutputCode<>(new OutputSlot<T>(alias), output.fileName().value(), loader, writer);
  }

  /** A writer, and whether it writes the JSON that a codec can read back. */
  private record Found(ArtifactWriter<?> code, boolean json) {}

  /** A loader, and the type it gives; none if the output can only be read as a file. */
  private record Read(ArtifactLoader<?> code, Optional<Type> type) {
    static final Read NOTHING = new Read(RawForm.FILE.loader(), Optional.empty());

    static Read of(RawForm<?> form) {
      return of(form.loader(), form.type());
    }

    static Read of(ArtifactLoader<?> code, Type type) {
      return new Read(code, Optional.of(type));
    }
  }

  /** The search for the writer of one output. */
  private final class Search {
    private final OutputConfig output;
    private final StepUse use;
    private final Type written;
    private final boolean directory;

    Search(OutputConfig output, StepUse use, Type written) {
      this.output = output;
      this.use = use;
      this.written = written;
      this.directory = OutputWiring.isDirectory(output);
    }

    Optional<Found> writer() {
      return output.writer().isPresent() ? named(output.writer().get()) : byType();
    }

    private Optional<Found> named(Located<String> name) {
      boolean listed = code.writers().stream().anyMatch(each -> isNamed(each, name));
      if (!listed && name.value().equals("bytes")) {
        return plain(byte[].class, ArtifactWriter.bytes((byte[] value) -> value), "'bytes'");
      }
      if (!listed && name.value().equals("text")) {
        return plain(String.class, ArtifactWriter.text((String value) -> value), "'text'");
      }
      if (!listed && name.value().equals("json")) {
        return directory ? oneFile("'json'") : json();
      }
      return report
          .resolve(Message.UNKNOWN_WRITER, "writer", name, code.writers(), Writer::name)
          .flatMap(this::taking);
    }

    private Optional<Found> taking(Writer writer) {
      String name = "'" + writer.name() + "'";
      return TypeFit.fits(written, writer.takes()) ? inKind(writer) : refuse(name, writer.takes());
    }

    private Optional<Found> plain(Type taken, ArtifactWriter<?> writer, String name) {
      if (!taken.equals(written)) {
        return refuse(name, taken);
      }
      return directory ? oneFile(name) : Optional.of(new Found(writer, false));
    }

    private Optional<Found> refuse(String writer, Type taken) {
      TypeText text = TypeText.of(written, taken);
      report.report(
          output.writer().map(Located::place).or(use::place),
          report.diagnostic(
              Message.WRITER_TYPE,
              use.name(),
              text.print(written),
              output.alias().value(),
              writer,
              text.print(taken)));
      return Optional.empty();
    }

    private Optional<Found> inKind(Writer writer) {
      ArtifactWriter<?> widening = writer.code().widening(writer.takes());
      if (!directory) {
        return Optional.of(new Found(widening, false));
      }
      Optional<? extends ArtifactWriter<?>> filling = widening.filling();
      return filling.isPresent()
          ? Optional.of(new Found(filling.get(), false))
          : oneFile("'" + writer.name() + "'");
    }

    private Optional<Found> oneFile(String writer) {
      Place place =
          output
              .writer()
              .map(Located::place)
              .or(() -> output.declaredKind().map(Located::place))
              .orElse(output.alias().place());
      report.report(
          place, report.diagnostic(Message.DIRECTORY_WRITER, output.alias().value(), writer));
      return Optional.empty();
    }

    private Optional<Found> byType() {
      List<Writer> fit =
          code.writers().stream()
              .filter(each -> TypeFit.boxed(each.takes()).equals(written))
              .toList();
      List<Writer> able =
          directory ? fit.stream().filter(each -> each.code().filling().isPresent()).toList() : fit;
      if (able.size() > 1) {
        ambiguous(output, "writer", written, able.stream().map(Writer::name).toList());
        return Optional.empty();
      }
      if (!fit.isEmpty()) {
        return inKind(able.isEmpty() ? fit.get(0) : able.get(0));
      }
      if (written.equals(Path.class)) {
        return Optional.of(
            new Found(directory ? ArtifactWriter.copyDirectory() : ArtifactWriter.copy(), false));
      }
      if (directory) {
        return missing();
      }
      if (written.equals(byte[].class)) {
        return Optional.of(new Found(ArtifactWriter.bytes((byte[] value) -> value), false));
      }
      return written.equals(String.class)
          ? Optional.of(new Found(ArtifactWriter.text((String value) -> value), false))
          : json();
    }

    private Optional<Found> json() {
      return code.codec(written)
          .map(codec -> Optional.of(new Found(ArtifactWriter.json(codec), true)))
          .orElseGet(this::missing);
    }

    private Optional<Found> missing() {
      report.report(
          use.place(),
          report
              .diagnostic(
                  Message.MISSING_WRITER,
                  TypeText.of(written).print(written),
                  output.alias().value(),
                  report.file().config().name())
              .withDetail(WiringReport.RECOMPILE));
      return Optional.empty();
    }
  }

  private static boolean isNamed(Writer writer, Located<String> name) {
    return WiringReport.isSpelt(writer.name(), name.value());
  }

  private void ambiguous(OutputConfig output, String kind, Type type, List<String> names) {
    report.report(
        output.alias().place(),
        report.diagnostic(
            Message.AMBIGUOUS_BY_TYPE,
            output.alias().value(),
            kind,
            TypeText.of(type).print(type),
            Suggestion.listed(names)));
  }

  private Read loader(OutputConfig output, Type written, Found writer) {
    return output.loader().isPresent()
        ? named(output, output.loader().get(), written)
        : byType(output, written, writer);
  }

  private Read named(OutputConfig output, Located<String> name, Type written) {
    boolean listed =
        code.loaders().stream().anyMatch(each -> WiringReport.isSpelt(each.name(), name.value()));
    if (!listed && List.of("bytes", "text", "json").contains(name.value())) {
      if (OutputWiring.isDirectory(output)) {
        return oneFile(output, name.place(), "'" + name.value() + "'");
      }
      return switch (name.value()) {
        case "bytes" -> Read.of(RawForm.BYTES);
        case "text" -> Read.of(RawForm.TEXT);
        default -> json(written);
      };
    }
    return report
        .resolve(Message.UNKNOWN_LOADER, "loader", name, code.loaders(), Loader::name)
        .map(loader -> inKind(output, name.place(), loader))
        .orElse(Read.NOTHING);
  }

  private Read inKind(OutputConfig output, Place place, Loader loader) {
    return OutputWiring.isDirectory(output) && !loader.code().takesPath()
        ? oneFile(output, place, "'" + loader.name() + "'")
        : Read.of(loader.code(), TypeFit.boxed(loader.gives()));
  }

  private Read oneFile(OutputConfig output, Place place, String loader) {
    report.report(
        place, report.diagnostic(Message.DIRECTORY_LOADER, output.alias().value(), loader));
    return Read.NOTHING;
  }

  private Read byType(OutputConfig output, Type written, Found writer) {
    boolean directory = OutputWiring.isDirectory(output);
    List<Loader> fit =
        code.loaders().stream()
            .filter(each -> TypeFit.boxed(each.gives()).equals(written))
            .toList();
    List<Loader> able =
        directory ? fit.stream().filter(each -> each.code().takesPath()).toList() : fit;
    if (able.size() > 1) {
      ambiguous(output, "loader", written, able.stream().map(Loader::name).toList());
      return Read.NOTHING;
    }
    if (!fit.isEmpty()) {
      Place place = output.declaredKind().map(Located::place).orElse(output.alias().place());
      return inKind(output, place, able.isEmpty() ? fit.get(0) : able.get(0));
    }
    Optional<RawForm<?>> form = RawForm.giving(written);
    if (form.isPresent() && (!directory || form.get() == RawForm.FILE)) {
      return Read.of(form.get());
    }
    return !directory && writer.json() ? json(written) : Read.NOTHING;
  }

  private Read json(Type written) {
    return code.codec(written)
        .map(codec -> Read.of(ArtifactLoader.json(codec).of(code.home()), written))
        .orElse(Read.NOTHING);
  }
}
