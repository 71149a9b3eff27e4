package dev.crystallize.runtime.store;

/** What may become of a version. */
public enum VersionState {
  /** The run that owns it still lives. */
  RUNNING,
  /** It holds all that its configuration asks for and never changes again. */
  FULL,
  /** Something is missing; a later run may fill it in. */
  OPEN
}
