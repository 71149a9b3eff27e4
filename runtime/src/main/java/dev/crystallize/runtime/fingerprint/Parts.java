package dev.crystallize.runtime.fingerprint;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes the parts of a fingerprint under the names that differences are told by. */
public final class Parts {

  private Parts() {}

  /**
   * The steps.
   *
   * @param order the canonical names in the order in which they run
   * @param versions the versions that authors gave to steps, by the step's name
   * @return the part
   */
  public static PartFacts steps(List<String> order, Map<String, String> versions) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("steps", String.join(", ", order));
    versions.forEach((step, version) -> facts.put("version of step " + step, version));
    return PartFacts.of(Part.STEPS, Facts.of(facts));
  }

  /**
   * The parameter values in effect.
   *
   * @param values the values as {@code config.yaml} spells them, in one canonical way, by key
   * @return the part
   */
  public static PartFacts parameters(Map<String, String> values) {
    return PartFacts.of(Part.PARAMETERS, Facts.of(values));
  }

  /**
   * The seed.
   *
   * @param seed the seed in effect
   * @return the part
   */
  public static PartFacts seed(long seed) {
    return PartFacts.of(Part.SEED, Facts.of("seed", Long.toString(seed)));
  }

  /**
   * The code.
   *
   * @param reached what the task reaches
   * @return the part
   */
  public static PartFacts code(Reached reached) {
    return PartFacts.of(Part.CODE, reached.code());
  }

  /**
   * The libraries, for a task that reaches any.
   *
   * @param libraries what {@link Libraries} tells of the class path
   * @return the part; it is left out of the fingerprint of a task that reaches none
   */
  public static PartFacts libraries(Facts libraries) {
    return PartFacts.of(Part.LIBRARIES, libraries);
  }

  /**
   * The outputs.
   *
   * @param files the file names, by alias
   * @param shapes the shapes of the types that generated codecs write, by alias
   * @return the part
   */
  public static PartFacts outputs(Map<String, String> files, Map<String, String> shapes) {
    Map<String, String> facts = new TreeMap<>(files);
    shapes.forEach((alias, shape) -> facts.put("type of " + alias, shape));
    return PartFacts.of(Part.OUTPUTS, Facts.of(facts));
  }

  /**
   * The declared files.
   *
   * @param digests their digests, by the name in which they are declared
   * @return the part
   */
  public static PartFacts files(Map<String, String> digests) {
    return PartFacts.of(Part.FILES, Facts.of(digests));
  }

  /**
   * The artifacts that the task reads.
   *
   * @param hashes their SHA-256, by the reference such as {@code split#train}
   * @return the part
   */
  public static PartFacts upstream(Map<String, String> hashes) {
    return PartFacts.of(Part.UPSTREAM, Facts.of(hashes));
  }

  /**
   * The Java platform that runs.
   *
   * @return the part, with its feature version
   */
  public static PartFacts jdk() {
    return jdk(Runtime.version().feature());
  }

  static PartFacts jdk(int feature) {
    return PartFacts.of(Part.JDK, Facts.of("JDK", Integer.toString(feature)));
  }

  /**
   * The rules of this runtime.
   *
   * @param version their version: it changes when the same code, values and seed could give other
   *     results
   * @return the part
   */
  public static PartFacts rules(int version) {
    return PartFacts.of(
        Part.RULES, Facts.of("the rules of crystallize-runtime", Integer.toString(version)));
  }
}
