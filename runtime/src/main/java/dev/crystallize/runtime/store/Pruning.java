package dev.crystallize.runtime.store;

import java.nio.file.Path;
import java.util.List;

/**
 * What became of the wish to keep few versions.
 *
 * @param removed the folders of the versions that were deleted
 * @param postponed whether nothing was deleted because another run uses the data folder
 */
public record Pruning(List<Path> removed, boolean postponed) {

  /** Nothing was asked for. */
  public static final Pruning NONE = new Pruning(List.of(), false);

  /** Copies the list. */
  public Pruning {
    removed = List.copyOf(removed);
  }
}
