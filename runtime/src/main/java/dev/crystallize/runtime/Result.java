package dev.crystallize.runtime;

/** What became of one experiment in a run. */
public final class Result {
  Result() {}
}
