package dev.crystallize.runtime.store;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Stores whose every write to a journal passes a gate, and whose rules may be broken on purpose.
 */
public final class TestStores {

  /** Sees what is about to be written to a journal. */
  @FunctionalInterface
  public interface Gate {
    /**
     * Called before each write.
     *
     * @return how many of the bytes still reach the file; if fewer than all, the writer dies
     */
    int pass(Path journal, byte[] bytes);
  }

  /** The end of a process. */
  public static final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    /** As if by SIGKILL. */
    public Killed() {
      super("killed");
    }
  }

  /** A rule to break. */
  public enum Fault {
    /** None. */
    NONE,
    /** Full versions are filled in. */
    FILL_FULL,
    /** Whoever comes may write to a version. */
    NO_OWNER_LOCK,
    /** Only the newest version is looked at. */
    NEWEST_ONLY,
    /** A version is filled in although tasks in it may turn out to differ. */
    FILL_WITH_PENDING,
    /** A version counts as complete before its end line is written. */
    BIND_WITHOUT_END,
    /** Versions are deleted while others run. */
    DELETE_BESIDE_OTHERS
  }

  private TestStores() {}

  /** Opens a store that no background thread tends. */
  public static RunStore open(Path data, Gate gate, Fault fault) {
    return RunStore.open(data, file -> new Gated(file, gate), new Untended(), rules(fault));
  }

  /** Opens a store that no background thread tends, so that its changes come in one order. */
  public static RunStore open(Path data) {
    return RunStore.open(data, JournalFiles::append, new Untended(), VersionRules.STRICT);
  }

  private static VersionRules rules(Fault fault) {
    return new VersionRules() {
      @Override
      public boolean fillable(VersionState state) {
        return VersionRules.super.fillable(state)
            || (fault == Fault.FILL_FULL && state == VersionState.FULL)
            || (fault == Fault.NO_OWNER_LOCK && state == VersionState.RUNNING);
      }

      @Override
      public boolean claimable(boolean ownerLives) {
        return fault == Fault.NO_OWNER_LOCK || VersionRules.super.claimable(ownerLives);
      }

      @Override
      public boolean standsIn(Verdict verdict, StoredVersion target) {
        return VersionRules.super.standsIn(verdict, target)
            || (fault == Fault.FILL_WITH_PENDING && verdict instanceof Verdict.Pending);
      }

      @Override
      public boolean bindable(StoredVersion version) {
        return fault == Fault.BIND_WITHOUT_END || VersionRules.super.bindable(version);
      }

      @Override
      public boolean searched(StoredVersion version, StoredVersion newest) {
        return fault == Fault.NEWEST_ONLY
            ? version == newest
            : VersionRules.super.searched(version, newest);
      }

      @Override
      public boolean deletable(boolean othersRun) {
        return fault == Fault.DELETE_BESIDE_OTHERS || VersionRules.super.deletable(othersRun);
      }
    };
  }

  private static final class Gated extends FilterOutputStream {

    private final Path file;
    private final Gate gate;

    Gated(Path file, Gate gate) throws IOException {
      super(JournalFiles.append(file));
      this.file = file;
      this.gate = gate;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      int passed = gate.pass(file, bytes);
      out.write(bytes, 0, passed);
      if (passed < bytes.length) {
        throw new Killed();
      }
    }
  }

  private static final class Untended implements JournalTender {
    @Override
    public void start(Consumer<StoreException> onFailure) {
      // Lines are written when someone waits for them, in batches or at the end.
    }

    @Override
    public void add(JournalWriter journal) {
      // Nobody to tend it.
    }

    @Override
    public void stop() {
      // Nothing was started.
    }
  }
}
