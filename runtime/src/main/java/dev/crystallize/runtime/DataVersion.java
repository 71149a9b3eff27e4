package dev.crystallize.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One version of an experiment in a data folder.
 *
 * @param experiment the experiment's name
 * @param number N of its folder {@code v<N>}
 * @param state what may become of it
 * @param conditions the conditions, {@code baseline} first
 * @param replicates how many replicates each condition has
 * @param writer what wrote it
 * @param provenance where it comes from, if that was written down
 * @param folder its folder
 * @param problem why it cannot be read; there if and only if it is {@link State#UNREADABLE}
 */
public record DataVersion(
    String experiment,
    int number,
    State state,
    List<String> conditions,
    int replicates,
    Writer writer,
    Optional<Provenance> provenance,
    Path folder,
    Optional<String> problem) {

  /** Copies the list. */
  public DataVersion {
    conditions = List.copyOf(conditions);
  }

  static DataVersion unreadable(String experiment, int number, Path folder, String problem) {
    return new DataVersion(
        experiment,
        number,
        State.UNREADABLE,
        List.of(),
        0,
        Writer.JAVA,
        Optional.empty(),
        folder,
        Optional.of(problem));
  }

  /** What may become of a version. */
  public enum State {
    /** It holds all that its configuration asked for. */
    COMPLETE("complete"),
    /** Something is missing; a run with {@code --resume} may fill it in. */
    INCOMPLETE("incomplete"),
    /** A run is writing it. */
    RUNNING("running"),
    /** It is damaged, or a link; nothing but its number is known. */
    UNREADABLE("unreadable");

    private final String words;

    State(String words) {
      this.words = words;
    }

    /** Returns it in words. */
    @Override
    public String toString() {
      return words;
    }
  }

  /** What writes versions. */
  public enum Writer {
    /** This runtime. */
    JAVA,
    /** The Python system, which keeps less. */
    PYTHON
  }

  /** Returns one line, such as {@code producer v3 complete 2 conditions 30 replicates}. */
  @Override
  public String toString() {
    return DataFolderText.of(this);
  }
}
