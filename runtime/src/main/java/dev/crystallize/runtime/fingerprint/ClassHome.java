package dev.crystallize.runtime.fingerprint;

/** Where a class comes from, as far as the fingerprint cares. */
public enum ClassHome {
  /** A folder or jar that holds an experiment: its bytecode is followed and counts. */
  PROJECT,
  /** Another class path entry: if one is reached, all of them count, as files. */
  LIBRARY,
  /** This runtime and what it brings along: the version of its rules stands for them. */
  OURS,
  /** The platform: its feature version stands for it. */
  JDK,
  /** Nowhere: the name alone counts. */
  MISSING
}
