package dev.crystallize.runtime;

import java.util.Optional;

/** What a node has of code that nobody listed: what it was built of, of unknown types. */
final class BuiltCode {

  private BuiltCode() {}

  static void list(ExperimentNode node, CodeCatalog catalog) {
    for (Feed feed : node.feeds()) {
      if (feed instanceof Feed.Own own) {
        catalog.add(
            new CodeCatalog.Source(
                own.name(),
                GenericType.UNKNOWN,
                alias -> new Feed.Own(alias, own.name(), own.declaration(), own.body())));
      }
    }
    for (StepCode step : node.steps()) {
      if (catalog.steps().stream().noneMatch(each -> each.name().equals(step.name()))) {
        catalog.add(step(step));
      }
      for (OutputCode<?> output : step.declaration().outputs()) {
        catalog.output(output.alias(), GenericType.UNKNOWN, GenericType.UNKNOWN);
      }
    }
    for (HypothesisCode each : node.hypotheses()) {
      catalog.add(
          new CodeCatalog.Verifier(
              each.verifier(),
              name ->
                  new HypothesisCode(
                      name,
                      each.verifier(),
                      each.groups(),
                      each.correction(),
                      each.declaration(),
                      each.body(),
                      each.ranker())));
    }
  }

  private static CatalogStep step(StepCode step) {
    CatalogStep listed =
        new CatalogStep(step.name(), Optional.of(GenericType.UNKNOWN), step.factory());
    listed.takes("data", GenericType.UNKNOWN);
    step.declaration()
        .outputs()
        .forEach(output -> listed.writes(output.alias(), GenericType.UNKNOWN));
    return listed;
  }
}
