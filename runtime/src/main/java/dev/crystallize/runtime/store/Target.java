package dev.crystallize.runtime.store;

/** The version that a run's results of one experiment go to. */
public sealed interface Target {

  /**
   * A version of its own, made when it is needed.
   *
   * @param beside whether the newest version is another run's, which is still writing it
   */
  record New(boolean beside) implements Target {}

  /**
   * An unfinished version that is filled in.
   *
   * @param version that version as it is
   */
  record Fill(StoredVersion version) implements Target {}

  /**
   * A version that already holds all that is wanted. Nothing is written.
   *
   * @param version that version
   */
  record Bound(StoredVersion version) implements Target {}
}
