package dev.crystallize.runtime.config;

import java.util.List;

/**
 * A node of a YAML document. Aliases are followed: what they stand for appears with the places of
 * the original.
 */
public sealed interface YamlNode {

  /** Returns where the node starts, after its anchor and tag. */
  Place place();

  /** Returns how many nodes it consists of, keys and itself included. */
  int size();

  /** Returns how many mappings and sequences lie inside one another, itself included. */
  int height();

  /** Returns whether nothing inside has been reported. */
  boolean isSound();

  /**
   * A mapping, with what {@code <<} brings merged in.
   *
   * @param entries its entries; the keys are distinct
   */
  record Mapping(Place place, List<Entry> entries, int size, int height, boolean isSound)
      implements YamlNode {}

  /**
   * One entry of a mapping.
   *
   * @param isSound whether nothing inside has been reported, and the key only stands once
   */
  record Entry(Scalar key, YamlNode value, boolean isSound) {}

  /** A sequence. */
  record Sequence(Place place, List<YamlNode> items, int size, int height, boolean isSound)
      implements YamlNode {}

  /**
   * A scalar.
   *
   * @param text its text, after unescaping and folding
   * @param style how it is written
   * @param isSound false if it has been reported as one that must be quoted
   */
  record Scalar(Place place, String text, Style style, boolean isSound) implements YamlNode {

    @Override
    public int size() {
      return 1;
    }

    @Override
    public int height() {
      return 0;
    }

    /** Returns what the text means by the core schema of YAML 1.2; a text unless it is plain. */
    public CoreType type() {
      return style == Style.PLAIN ? CoreType.of(text) : CoreType.TEXT;
    }
  }

  /** How a scalar is written. */
  enum Style {
    /** Without quotes, so that its text decides about its type. */
    PLAIN,
    /** In quotes, as a block, or tagged as a string. */
    QUOTED
  }
}
