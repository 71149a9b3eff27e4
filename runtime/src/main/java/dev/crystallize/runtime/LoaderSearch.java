package dev.crystallize.runtime;

import dev.crystallize.runtime.CodeCatalog.Loader;
import dev.crystallize.runtime.config.Located;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.OutputConfig;
import dev.crystallize.runtime.config.Place;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

/** The search for the loader of one output. */
final class LoaderSearch {

  /** A loader, and the type it gives; none if the output can only be read as a file. */
  record Found(ArtifactLoader<?> code, Optional<Type> type) {
    private static final Found NOTHING = new Found(RawForm.FILE.loader(), Optional.empty());

    private static Found of(RawForm<?> form) {
      return of(form.loader(), form.type());
    }

    private static Found of(ArtifactLoader<?> code, Type type) {
      return new Found(code, Optional.of(type));
    }
  }

  private final WiringReport report;
  private final CodeCatalog code;
  private final OutputConfig output;
  private final Type written;
  private final boolean writtenAsJson;
  private final boolean directory;

  LoaderSearch(
      WiringReport report,
      CodeCatalog code,
      OutputConfig output,
      Type written,
      boolean writtenAsJson) {
    this.report = report;
    this.code = code;
    this.output = output;
    this.written = written;
    this.writtenAsJson = writtenAsJson;
    this.directory = OutputWiring.isDirectory(output);
  }

  /** Returns the loader, after a report one that gives the file. */
  Found find() {
    return output.loader().isPresent() ? named(output.loader().get()) : byType();
  }

  private Found named(Located<String> name) {
    boolean listed =
        code.loaders().stream().anyMatch(each -> WiringReport.isSpelt(each.name(), name.value()));
    if (!listed && List.of("bytes", "text", "json").contains(name.value())) {
      if (directory) {
        return oneFile(name.place(), "'" + name.value() + "'");
      }
      return switch (name.value()) {
        case "bytes" -> Found.of(RawForm.BYTES);
        case "text" -> Found.of(RawForm.TEXT);
        default -> json();
      };
    }
    return report
        .resolve(Message.UNKNOWN_LOADER, "loader", name, code.loaders(), Loader::name)
        .map(loader -> inKind(name.place(), loader))
        .orElse(Found.NOTHING);
  }

  private Found inKind(Place place, Loader loader) {
    return directory && !loader.code().takesPath()
        ? oneFile(place, "'" + loader.name() + "'")
        : Found.of(loader.code(), TypeFit.boxed(loader.gives()));
  }

  private Found oneFile(Place place, String loader) {
    report.report(
        place, report.diagnostic(Message.DIRECTORY_LOADER, output.alias().value(), loader));
    return Found.NOTHING;
  }

  private Found byType() {
    List<Loader> fit =
        code.loaders().stream()
            .filter(each -> TypeFit.boxed(each.gives()).equals(written))
            .toList();
    List<Loader> able =
        directory ? fit.stream().filter(each -> each.code().takesPath()).toList() : fit;
    if (able.size() > 1) {
      report.ambiguous(output.alias(), "loader", written, able.stream().map(Loader::name).toList());
      return Found.NOTHING;
    }
    if (!fit.isEmpty()) {
      Place place = output.declaredKind().map(Located::place).orElse(output.alias().place());
      return inKind(place, able.isEmpty() ? fit.get(0) : able.get(0));
    }
    Optional<RawForm<?>> form = RawForm.giving(written);
    if (form.isPresent() && (!directory || form.get() == RawForm.FILE)) {
      return Found.of(form.get());
    }
    return !directory && writtenAsJson ? json() : Found.NOTHING;
  }

  private Found json() {
    return code.codec(written)
        .map(codec -> Found.of(ArtifactLoader.json(codec).of(code.home()), written))
        .orElse(Found.NOTHING);
  }
}
