package dev.crystallize.runtime.store;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Which runs live, asked of the file system once for each: one run may own many versions. */
final class Leases {

  private final DataPaths paths;
  private final Map<String, Boolean> held = new HashMap<>();

  Leases(DataPaths paths) {
    this.paths = paths;
  }

  /** Whether the run of a lease lived when it was asked for first. */
  synchronized boolean held(String id) throws IOException {
    Boolean known = held.get(id);
    if (known == null) {
      known = Lease.isHeld(paths, id);
      held.put(id, known);
    }
    return known;
  }
}
