package dev.crystallize.runtime.config;

/** What an output is on disk. */
public enum OutputKind {
  /** One file. */
  FILE,
  /** A folder of files. */
  DIRECTORY
}
