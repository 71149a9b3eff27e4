package dev.crystallize.runtime.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The versions of an experiment, newest first. Older ones are read if they are asked for, once. */
final class VersionHistory {

  private final DataPaths paths;
  private final Leases leases;
  private final String experiment;
  private final int[] numbers;
  private final List<StoredVersion> read = new ArrayList<>(1);
  private int unread;

  private VersionHistory(DataPaths paths, Leases leases, String experiment, int[] numbers) {
    this.paths = paths;
    this.leases = leases;
    this.experiment = experiment;
    this.numbers = numbers;
    this.unread = numbers.length;
  }

  /**
   * Finds the versions and reads the newest.
   *
   * @throws StoreException if the folder or a journal cannot be read
   */
  static VersionHistory read(DataPaths paths, Leases leases, String experiment) {
    try {
      VersionHistory history =
          new VersionHistory(paths, leases, experiment, paths.versionNumbers(experiment));
      history.newest();
      return history;
    } catch (IOException e) {
      throw new StoreException("cannot list the versions of '" + experiment + "'", e);
    }
  }

  /** The version at a place, the newest at 0; empty behind the oldest. */
  synchronized Optional<StoredVersion> at(int place) {
    try {
      while (read.size() <= place && unread > 0) {
        StoredVersion.read(paths, leases, experiment, numbers[--unread]).ifPresent(read::add);
      }
    } catch (IOException e) {
      throw new StoreException("cannot read the versions of '" + experiment + "'", e);
    }
    return place < read.size() ? Optional.of(read.get(place)) : Optional.empty();
  }

  Optional<StoredVersion> newest() {
    return at(0);
  }

  /** A version by its number; empty if it is gone. */
  Optional<StoredVersion> numbered(OptionalInt number) {
    Optional<StoredVersion> version = number.isEmpty() ? Optional.empty() : newest();
    for (int place = 1;
        version.isPresent() && version.get().number() > number.getAsInt();
        place++) {
      version = at(place);
    }
    return version.filter(found -> found.number() == number.getAsInt());
  }
}
