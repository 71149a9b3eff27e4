package dev.crystallize.runtime.store;

/**
 * What may be done with versions that exist. Each rule stands alone, so that tests can break one at
 * a time and show what it is for.
 */
interface VersionRules {

  /** The rules as they are meant. */
  VersionRules STRICT = new VersionRules() {};

  /** Only a version that is neither full nor its owner's may be filled in. */
  default boolean fillable(VersionState state) {
    return state == VersionState.OPEN;
  }

  /** Whether a claim stands; its owner may have been another run a moment ago. */
  default boolean claimable(boolean ownerLives) {
    return !ownerLives;
  }

  /** A task that waits for others may turn out to differ: what it is in cannot be filled in. */
  default boolean standsIn(Verdict verdict, StoredVersion target) {
    return verdict instanceof Verdict.Reuse reuse && reuse.version() == target;
  }

  /** Without an end line, derived files may be missing. */
  default boolean bindable(StoredVersion version) {
    return version.ended();
  }

  /** All versions count, so that a change that is taken back runs nothing. */
  default boolean searched(StoredVersion version, StoredVersion newest) {
    return true;
  }

  /** Another run may be about to take over what would be deleted. */
  default boolean deletable(boolean othersRun) {
    return !othersRun;
  }
}
