package dev.crystallize.runtime;

import dev.crystallize.runtime.CodeCatalog.Writer;
import dev.crystallize.runtime.config.Located;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.OutputConfig;
import dev.crystallize.runtime.config.Place;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The search for the writer of one output. */
final class WriterSearch {

  /** A writer, and whether it writes the JSON that a codec can read back. */
  record Found(ArtifactWriter<?> code, boolean json) {}

  private final WiringReport report;
  private final CodeCatalog code;
  private final OutputConfig output;
  private final StepUse use;
  private final Type written;
  private final boolean directory;

  WriterSearch(
      WiringReport report, CodeCatalog code, OutputConfig output, StepUse use, Type written) {
    this.report = report;
    this.code = code;
    this.output = output;
    this.use = use;
    this.written = written;
    this.directory = OutputWiring.isDirectory(output);
  }

  /** Returns the writer; empty after a report. */
  Optional<Found> find() {
    return output.writer().isPresent() ? named(output.writer().get()) : byType();
  }

  private Optional<Found> named(Located<String> name) {
    boolean listed =
        code.writers().stream().anyMatch(each -> WiringReport.isSpelt(each.name(), name.value()));
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
      report.ambiguous(output.alias(), "writer", written, able.stream().map(Writer::name).toList());
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
