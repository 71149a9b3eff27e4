package dev.crystallize.runtime.store;

import java.io.IOException;
import java.util.function.Consumer;

/** Looks after the journals of a run. */
interface JournalTender {

  /** Begins; a failure is passed on. */
  void start(Consumer<StoreException> onFailure);

  /** Looks after one more. */
  void add(JournalWriter journal);

  /** Ends, with every journal brought to the disk. */
  void stop() throws IOException;
}
