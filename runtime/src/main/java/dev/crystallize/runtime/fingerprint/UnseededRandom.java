package dev.crystallize.runtime.fingerprint;

import java.util.List;

/**
 * A reached call that draws random numbers which differ from run to run.
 *
 * @param path the members that lead to it, such as {@code Study.Add.scale} and {@code
 *     Helper.noise}: first the one that begins, last the one whose code has the call
 * @param call the call, such as {@code Math.random} or {@code new Random()}
 */
public record UnseededRandom(List<String> path, String call) {

  /**
   * Copies the path.
   *
   * @throws IllegalArgumentException if it is empty
   */
  public UnseededRandom {
    path = List.copyOf(path);
    if (path.isEmpty()) {
      throw new IllegalArgumentException("a call stands in some member");
    }
  }

  /** Returns the member that begins: a step, a datasource, or what builds a node. */
  public String begin() {
    return path.get(0);
  }

  /** Returns the way in one line: {@code Study.Add.scale -> Helper.noise -> Math.random}. */
  @Override
  public String toString() {
    return String.join(" -> ", path) + " -> " + call;
  }
}
