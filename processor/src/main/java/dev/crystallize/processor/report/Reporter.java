package dev.crystallize.processor.report;

import dev.crystallize.processor.model.ElementPlace.Member;
import dev.crystallize.processor.report.ElementFinder.Target;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.DiagnosticKind;
import dev.crystallize.runtime.config.DiagnosticPrinter;
import dev.crystallize.runtime.config.Place;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic.Kind;

/** The one place that prints: all findings, sorted, each where it stands. */
public final class Reporter {

  private static final Comparator<Finding> ORDER =
      Comparator.<Finding, String>comparing(finding -> finding.diagnostic().experiment())
          .thenComparing(
              finding -> finding.diagnostic().place(), optional(Comparator.<Place>naturalOrder()))
          .thenComparing(finding -> finding.place().type())
          .thenComparing(
              finding -> finding.place().member(),
              optional(Comparator.comparingInt(Member::position)))
          .thenComparingInt(finding -> finding.place().parameter().orElse(-1))
          .thenComparing(finding -> finding.diagnostic().id().id())
          .thenComparing(finding -> finding.diagnostic().headline());

  private final Messager messager;
  private final ElementFinder finder;
  private final DiagnosticPrinter printer = new DiagnosticPrinter();

  /** Makes a reporter for the last round. */
  public Reporter(Messager messager, Elements elements) {
    this.messager = messager;
    this.finder = new ElementFinder(elements);
  }

  /** Prints findings in the order of experiment, file, line, column and id. */
  public void print(List<Finding> findings) {
    findings.stream().sorted(ORDER).forEach(this::print);
  }

  private void print(Finding finding) {
    Diagnostic diagnostic = finding.diagnostic();
    String text = printer.print(diagnostic);
    Kind kind = diagnostic.kind() == DiagnosticKind.ERROR ? Kind.ERROR : Kind.WARNING;
    Optional<Target> target = finder.find(finding.place());
    if (target.isEmpty()) {
      messager.printMessage(kind, text);
      return;
    }
    if (kind == Kind.WARNING && Suppression.isOn(target.get().element(), diagnostic.id().id())) {
      return;
    }
    print(kind, text, target.get());
  }

  private void print(Kind kind, String text, Target target) {
    if (target.annotation().isEmpty()) {
      messager.printMessage(kind, text, target.element());
    } else if (target.value().isEmpty()) {
      messager.printMessage(kind, text, target.element(), target.annotation().get());
    } else {
      messager.printMessage(
          kind, text, target.element(), target.annotation().get(), target.value().get());
    }
  }

  /** Orders what is absent first. */
  private static <T> Comparator<Optional<T>> optional(Comparator<T> order) {
    return (one, other) ->
        one.isPresent() && other.isPresent()
            ? order.compare(one.get(), other.get())
            : Boolean.compare(one.isPresent(), other.isPresent());
  }
}
