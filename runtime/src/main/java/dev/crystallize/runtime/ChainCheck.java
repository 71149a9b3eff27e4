package dev.crystallize.runtime;

import dev.crystallize.runtime.CatalogStep.Port;
import dev.crystallize.runtime.config.Message;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code step-chain}: a step that does not take the data of the one before it. */
final class ChainCheck {

  private static final Type ALL_INPUTS = GenericType.of(Map.class, String.class, Object.class);

  private final WiringReport report;
  private Optional<Type> flow;
  private String giver;

  /**
   * Gets ready.
   *
   * @param feeds the datasources; nothing is said of the data if some were not found
   */
  ChainCheck(WiringReport report, List<WiredFeed> feeds) {
    this.report = report;
    int declared =
        report.file().config().datasource().map(located -> located.value().size()).orElse(0);
    this.giver = "the datasource";
    if (feeds.size() < declared) {
      this.flow = Optional.of(GenericType.UNKNOWN);
    } else if (feeds.isEmpty()) {
      this.flow = Optional.empty();
    } else if (feeds.size() == 1 && !feeds.get(0).isArtifact()) {
      this.flow = feeds.get(0).gives();
      this.giver = "datasource '" + feeds.get(0).feed().alias() + "'";
    } else {
      this.flow = Optional.of(ALL_INPUTS);
    }
  }

  /** Follows the data; past a step that was not found they are not known. */
  void check(List<Optional<StepUse>> uses) {
    for (Optional<StepUse> use : uses) {
      if (use.isEmpty()) {
        flow = Optional.of(GenericType.UNKNOWN);
      } else {
        check(use.get());
      }
    }
  }

  private void check(StepUse use) {
    use.step().takes().ifPresent(taken -> check(use, taken));
    Optional<Type> given = use.step().gives();
    if (given.isPresent()) {
      flow = given;
      giver = "step '" + use.name() + "'";
    }
  }

  private void check(StepUse use, Port taken) {
    if (flow.isEmpty() && taken.type() != GenericType.UNKNOWN) {
      report.report(
          use.place(),
          report.diagnostic(
              Message.STEP_WITHOUT_DATA,
              use.name(),
              taken.parameter(),
              report.file().config().name()));
    } else if (flow.isPresent() && !TypeFit.fits(flow.get(), taken.type())) {
      TypeText text = TypeText.of(flow.get(), taken.type());
      report.report(
          use.place(),
          report.diagnostic(
              Message.STEP_CHAIN,
              use.name(),
              text.print(taken.type()),
              giver,
              text.print(flow.get())));
    }
  }
}
