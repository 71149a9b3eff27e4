package dev.crystallize.runtime.engine;

import dev.crystallize.runtime.store.StagedFile;

/** Gives an attempt its places to write to. */
@FunctionalInterface
interface Staging {

  /**
   * A new staged file.
   *
   * @throws IllegalArgumentException if the experiment has no such output
   */
  StagedFile stage(TaskRequest request, String output);
}
