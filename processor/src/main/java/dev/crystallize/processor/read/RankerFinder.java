package dev.crystallize.processor.read;

import dev.crystallize.processor.model.RankerMethod;
import dev.crystallize.processor.model.Resolution;
import dev.crystallize.processor.model.YamlName;
import dev.crystallize.runtime.config.HypothesisConfig;
import java.util.List;

/**
 * Finds what ranks the treatments of a hypothesis: the ranker that is named like it, else the only
 * one that is named like none of the experiment's.
 */
final class RankerFinder {

  private final boolean complete;
  private final List<RankerMethod> rankers;
  private final List<RankerMethod> others;

  RankerFinder(Draft draft) {
    this.complete = draft.scopeKnown();
    this.rankers = draft.scope().rankers();
    List<String> hypotheses =
        draft.file().config().hypotheses().stream().map(RankerFinder::name).toList();
    this.others =
        rankers.stream()
            .filter(ranker -> hypotheses.stream().noneMatch(ranker.method().name()::answersTo))
            .toList();
  }

  Resolution<RankerMethod> find(HypothesisConfig hypothesis) {
    String name = name(hypothesis);
    List<RankerMethod> own = rankers.stream().filter(one -> nameOf(one).answersTo(name)).toList();
    List<RankerMethod> found = own.isEmpty() ? others : own;
    if (found.size() == 1) {
      return new Resolution.Found<>(found.get(0));
    }
    if (!found.isEmpty()) {
      return new Resolution.Ambiguous<>(name, found);
    }
    return complete ? new Resolution.Unknown<>(name, List.of()) : new Resolution.Silent<>();
  }

  private static YamlName nameOf(RankerMethod ranker) {
    return ranker.method().name();
  }

  private static String name(HypothesisConfig hypothesis) {
    return hypothesis.name().orElse(hypothesis.verifier()).value();
  }
}
