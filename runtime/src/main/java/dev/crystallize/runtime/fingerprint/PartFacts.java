package dev.crystallize.runtime.fingerprint;

import java.util.List;
import java.util.TreeSet;

/**
 * What a part of a fingerprint holds, digested once however many tasks share it.
 *
 * @param part the part
 * @param facts what it holds
 * @param digest SHA-256 of what counts of it, in hexadecimal
 */
public record PartFacts(Part part, Facts facts, String digest) {

  /**
   * Digests a part.
   *
   * @param part the part
   * @param facts what it holds
   * @return both with their digest
   */
  public static PartFacts of(Part part, Facts facts) {
    return new PartFacts(part, facts, Sha256.ofText(counting(part, facts)));
  }

  private static String counting(Part part, Facts facts) {
    return part.namesAreLabels()
        ? String.join("\n", List.copyOf(new TreeSet<>(facts.byName().values())))
        : facts.text();
  }
}
