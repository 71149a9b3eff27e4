package dev.crystallize.runtime.fingerprint;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that the results of a task depend on, part by part. Tasks with equal {@link #sha256} give
 * equal results, as far as anything tells.
 */
public final class Fingerprint {

  private final Map<Part, PartFacts> parts;
  private final String sha256;

  private Fingerprint(Map<Part, PartFacts> parts) {
    this.parts = Collections.unmodifiableMap(parts);
    StringBuilder text = new StringBuilder("crystallize-fingerprint-1");
    parts.forEach(
        (part, facts) -> text.append('\n').append(part.name()).append(' ').append(facts.digest()));
    this.sha256 = Sha256.ofText(text.toString());
  }

  /**
   * Joins parts. A part that is not given holds nothing.
   *
   * @param parts each part at most once
   * @return the fingerprint
   * @throws IllegalArgumentException if a part is given twice
   */
  public static Fingerprint of(Iterable<PartFacts> parts) {
    Map<Part, PartFacts> byPart = new EnumMap<>(Part.class);
    for (PartFacts each : parts) {
      if (byPart.put(each.part(), each) != null) {
        throw new IllegalArgumentException("the part " + each.part() + " is given twice");
      }
    }
    for (Part part : Part.values()) {
      byPart.computeIfAbsent(part, each -> PartFacts.of(each, Facts.NONE));
    }
    return new Fingerprint(byPart);
  }

  /**
   * A part.
   *
   * @param part which one
   * @return what it holds
   */
  public PartFacts part(Part part) {
    PartFacts facts = parts.get(part);
    if (facts == null) {
      throw new IllegalStateException("a fingerprint has every part");
    }
    return facts;
  }

  /**
   * The whole fingerprint.
   *
   * @return SHA-256 over the digests of the parts, in hexadecimal
   */
  public String sha256() {
    return sha256;
  }

  /**
   * The same with another part.
   *
   * @param facts what the part holds instead
   * @return a copy
   */
  public Fingerprint with(PartFacts facts) {
    Map<Part, PartFacts> changed = new EnumMap<>(parts);
    changed.put(facts.part(), facts);
    return new Fingerprint(changed);
  }

  /**
   * The parts in which another fingerprint differs.
   *
   * @param other the other one
   * @return the parts; none if the fingerprints are equal
   */
  public Set<Part> differences(Fingerprint other) {
    Set<Part> differing = EnumSet.noneOf(Part.class);
    parts.forEach(
        (part, facts) -> {
          if (!facts.digest().equals(other.part(part).digest())) {
            differing.add(part);
          }
        });
    return differing;
  }

  /**
   * Whether results may be reused although some parts differ.
   *
   * @param other the other fingerprint
   * @param accepted the parts that may differ
   * @return whether all others are equal
   */
  public boolean differsOnlyIn(Fingerprint other, Set<Part> accepted) {
    return accepted.containsAll(differences(other));
  }

  /**
   * Why a task has to run again.
   *
   * @param before the fingerprint of the task that ran
   * @param after the fingerprint of the task that is wanted
   * @param condition what to call the condition, such as {@code treatment high_lr}
   * @return words a person can act on, without a full stop, such as {@code treatment high_lr:
   *     learning_rate 0.1 -> 0.3}; empty if the fingerprints are equal
   */
  public static List<String> reasons(Fingerprint before, Fingerprint after, String condition) {
    return before.differences(after).stream()
        .flatMap(
            part ->
                PartDifference.between(
                    part, before.part(part).facts(), after.part(part).facts(), condition)
                    .stream())
        .toList();
  }

  /** Two fingerprints are equal if all their parts are. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Fingerprint fingerprint && sha256.equals(fingerprint.sha256);
  }

  @Override
  public int hashCode() {
    return sha256.hashCode();
  }

  /** The whole fingerprint in hexadecimal. */
  @Override
  public String toString() {
    return sha256;
  }
}
