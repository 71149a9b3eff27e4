package dev.crystallize.runtime;

import dev.crystallize.runtime.engine.StepRef;
import dev.crystallize.runtime.engine.TaskRun;
import dev.crystallize.runtime.store.StagedOutput;
import dev.crystallize.runtime.store.StoreException;
import dev.crystallize.runtime.store.UpstreamArtifact;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A task that runs twice: what the first pass writes is handed on, what the second writes is
 * compared with it and dropped.
 */
final class SecondPass implements TaskRun {

  private final TaskRun run;
  private final Map<String, StagedOutput> first = new LinkedHashMap<>();
  private final Map<String, StagedOutput> second = new LinkedHashMap<>();
  private boolean again;

  SecondPass(TaskRun run) {
    this.run = run;
  }

  /** From now on nothing that is written stays. */
  void begin() {
    again = true;
  }

  @Override
  public synchronized StagedOutput create(String output) {
    if (!again) {
      StagedOutput staged = run.create(output);
      first.put(output, staged);
      return staged;
    }
    StagedOutput staged = first.get(output);
    if (staged == null) {
      throw new IllegalStateException("output '" + output + "' was not written the first time");
    }
    if (second.containsKey(output)) {
      throw new IllegalStateException("output '" + output + "' is written twice");
    }
    StagedOutput compared = staged.again();
    second.put(output, compared);
    return compared;
  }

  /** Whether both passes wrote the same to an output, or neither wrote it. */
  synchronized Map<String, Boolean> same() {
    Map<String, Boolean> same = new LinkedHashMap<>();
    first.forEach(
        (output, staged) -> {
          StagedOutput compared = second.get(output);
          same.put(output, compared != null && compared.holdsSameAs(staged));
        });
    return same;
  }

  /** Removes what the second pass wrote. */
  synchronized void drop() {
    for (StagedOutput staged : second.values()) {
      try {
        staged.drop();
      } catch (IOException e) {
        throw new StoreException("cannot clear the staging folder of " + experiment(), e);
      }
    }
  }

  @Override
  public int experimentIndex() {
    return run.experimentIndex();
  }

  @Override
  public String experiment() {
    return run.experiment();
  }

  @Override
  public String condition() {
    return run.condition();
  }

  @Override
  public int replicate() {
    return run.replicate();
  }

  @Override
  public int attempt() {
    return run.attempt();
  }

  @Override
  public void step(StepRef begun) {
    run.step(begun);
  }

  @Override
  public UpstreamArtifact artifact(String alias) {
    return run.artifact(alias);
  }

  @Override
  public boolean revoked() {
    return run.revoked();
  }
}
