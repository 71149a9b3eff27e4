package dev.crystallize.runtime.launch;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The task that {@code --debug} names.
 *
 * @param experiment its experiment, if it is not the last of the graph
 * @param condition its condition
 * @param replicate its replicate, from 0
 */
record DebuggedName(Optional<String> experiment, String condition, int replicate) {

  private static final Pattern FORM = Pattern.compile("(?:([^:]+):)?([^:]+):([0-9]{1,9})");

  /**
   * Reads a name.
   *
   * @throws UsageException if it is none
   */
  static DebuggedName of(String text) {
    Matcher match = FORM.matcher(text);
    if (!match.matches()) {
      throw new UsageException(
          "--debug needs condition:replicate, such as baseline:0, or"
              + " experiment:condition:replicate, not '"
              + text
              + "'");
    }
    return new DebuggedName(
        Optional.ofNullable(match.group(1)), match.group(2), Integer.parseInt(match.group(3)));
  }
}
