package dev.crystallize.runtime.config;

import java.util.Optional;

/**
 * How an experiment is shown in lists.
 *
 * @param group the heading it stands under
 * @param priority its rank under the heading, lowest first
 * @param icon a sign before its name
 * @param color the color of its name
 * @param hidden whether it is left out
 */
public record CliConfig(
    Optional<Located<String>> group,
    Optional<Located<Integer>> priority,
    Optional<Located<String>> icon,
    Optional<Located<String>> color,
    Optional<Located<Boolean>> hidden) {

  /** Nothing is stated. */
  public static final CliConfig NONE =
      new CliConfig(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
