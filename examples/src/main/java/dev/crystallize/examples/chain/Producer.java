package dev.crystallize.examples.chain;

import dev.crystallize.annotations.Experiment;
import dev.crystallize.annotations.Loader;
import dev.crystallize.annotations.Step;
import dev.crystallize.annotations.Writer;
import dev.crystallize.runtime.Output;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Produces the artifact {@code producer#summary}. */
@Experiment
final class Producer {

  private static final int POINTS = 100_000;
  private static final JsonMapper JSON = new JsonMapper();

  private Producer() {}

  @Step
  static void produceSummary(RandomGenerator random, Output<Summary> summary) {
    summary.write(Summary.ofRandomPoints(POINTS, random));
  }

  @Writer
  static byte[] dumpJson(Summary summary) {
    return JSON.writeValueAsBytes(summary);
  }

  @Loader
  static Summary loadJson(Path file) {
    return JSON.readValue(file, Summary.class);
  }
}
