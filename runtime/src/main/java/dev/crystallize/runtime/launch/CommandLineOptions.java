package dev.crystallize.runtime.launch;

import dev.crystallize.runtime.Change;
import dev.crystallize.runtime.FailurePolicy;
import dev.crystallize.runtime.RunOptions;
import dev.crystallize.runtime.config.Suggestions;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** The command line of a generated main. */
final class CommandLineOptions {

  /** The options whose values add up. */
  private static final Set<String> REPEATED = Set.of("set", "treatment", "accept");

  private static final String RANDOM = "random";

  private final CommandLine line;

  private CommandLineOptions(CommandLine line) {
    this.line = line;
  }

  /**
   * Reads a command line.
   *
   * @throws UsageException if it is wrong
   */
  static CommandLineOptions parse(String[] args) {
    try {
      DefaultParser parser = DefaultParser.builder().setAllowPartialMatching(false).get();
      CommandLine line = parser.parse(options(), args);
      if (!line.getArgList().isEmpty()) {
        throw new UsageException(
            "'" + line.getArgList().get(0) + "' is no option; --help lists them");
      }
      refuseRepetition(line);
      return new CommandLineOptions(line);
    } catch (UnrecognizedOptionException e) {
      throw new UsageException(unknown(name(e.getOption())));
    } catch (MissingArgumentException e) {
      Option option = e.getOption();
      throw new UsageException("--" + option.getLongOpt() + " needs " + option.getArgName());
    } catch (ParseException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static void refuseRepetition(CommandLine line) {
    Set<String> seen = new HashSet<>();
    for (Option option : line.getOptions()) {
      String name = option.getLongOpt();
      if (!seen.add(name) && !REPEATED.contains(name)) {
        throw new UsageException("--" + name + " is given twice");
      }
    }
  }

  private static String name(String arg) {
    String name = arg.replaceFirst("^--?", "");
    int equals = name.indexOf('=');
    return equals < 0 ? name : name.substring(0, equals);
  }

  private static String unknown(String name) {
    List<String> known = options().getOptions().stream().map(Option::getLongOpt).toList();
    return "there is no option --"
        + name
        + Suggestions.nearest(name, known)
            .map(nearest -> "; did you mean --" + nearest + "?")
            .orElse("; --help lists them");
  }

  private static Options options() {
    return new Options()
        .addOption(with("treatment", "a,b", "run only these treatments, and the baseline"))
        .addOption(with("replicates", "N", "replace every number of replicates but a declared 1"))
        .addOption(with("set", "experiment.key=value", "give a parameter another value, as YAML"))
        .addOption(with("seed", "N", "replace all seeds; 'random' draws one, or resumes the last"))
        .addOption(with("parallelism", "N", "how many tasks run at once (default: processors)"))
        .addOption(flag("fail-fast", "stop everything at the first failure"))
        .addOption(with("data", "DIR", "the folder of the data (default: data)"))
        .addOption(with("experiments", "DIR", "the folder that holds <name>/config.yaml"))
        .addOption(with("csv", "FILE", "write all metrics to this file too, as a tidy table"))
        .addOption(with("dot", "FILE", "write the graph to this file too, for Graphviz"))
        .addOption(flag("scratch", "keep the data in a temporary folder of its own"))
        .addOption(with("debug", "condition:replicate", "run this task alone, as the run did"))
        .addOption(flag("resume", "run only what earlier runs have not committed"))
        .addOption(flag("verify", "with --resume: hash every artifact before it is reused"))
        .addOption(with("accept", "WHAT", "with --resume: changes of code, libraries or jdk"))
        .addOption(with("keep", "N", "delete all but the newest N complete versions"))
        .addOption(flag("explain", "say what --resume would run and why, and run nothing"))
        .addOption(flag("dry-run", "say what would run, and run nothing"))
        .addOption(flag("check", "run every task twice and compare what it gives, bit by bit"))
        .addOption(flag("json", "print the results as one JSON document"))
        .addOption(flag("quiet", "print nothing but errors"))
        .addOption(flag("help", "print this"))
        .addOption(flag("version", "print the version"));
  }

  private static Option flag(String name, String description) {
    return Option.builder().longOpt(name).desc(description).get();
  }

  private static Option with(String name, String argument, String description) {
    return Option.builder().longOpt(name).hasArg().argName(argument).desc(description).get();
  }

  /** Returns a line per option. */
  static String helpText() {
    List<String> names = new ArrayList<>();
    int width = 0;
    for (Option option : options().getOptions()) {
      String argument = option.hasArg() ? " " + option.getArgName() : "";
      names.add("  --" + option.getLongOpt() + argument);
      width = Math.max(width, names.get(names.size() - 1).length());
    }
    StringBuilder text = new StringBuilder("Runs the experiment and all it depends on.\n");
    int index = 0;
    for (Option option : options().getOptions()) {
      String name = names.get(index++);
      text.append('\n').append(name).append(" ".repeat(width - name.length() + 2));
      text.append(option.getDescription());
    }
    return text.toString();
  }

  boolean help() {
    return line.hasOption("help");
  }

  boolean version() {
    return line.hasOption("version");
  }

  boolean dryRun() {
    return line.hasOption("dry-run");
  }

  boolean explain() {
    return line.hasOption("explain");
  }

  boolean resume() {
    return line.hasOption("resume") || explain();
  }

  /** Whether every task is to run twice. */
  private boolean check() {
    if (line.hasOption("check")) {
      for (String other : List.of("resume", "explain", "dry-run", "debug")) {
        if (line.hasOption(other)) {
          throw new UsageException(
              "--check runs every task twice; --" + other + " does not go with it");
        }
      }
    }
    return line.hasOption("check");
  }

  boolean json() {
    return line.hasOption("json");
  }

  boolean quiet() {
    return line.hasOption("quiet");
  }

  /**
   * Whether the data go to a folder of their own.
   *
   * @throws UsageException if a folder is named as well
   */
  boolean scratch() {
    if (line.hasOption("scratch") && line.hasOption("data")) {
      throw new UsageException(
          "--scratch makes a folder of its own, so it does not go with --data");
    }
    if (line.hasOption("scratch") && resume()) {
      throw new UsageException(
          "--scratch begins with an empty folder, in which there is nothing to resume");
    }
    return line.hasOption("scratch");
  }

  /**
   * The one task to run.
   *
   * @throws UsageException if it names no task, or an option does not go with it
   */
  Optional<DebuggedName> debug() {
    Optional<DebuggedName> task = value("debug").map(DebuggedName::of);
    if (task.isPresent()) {
      for (String other : List.of("scratch", "dry-run", "explain", "csv", "json")) {
        if (line.hasOption(other)) {
          throw new UsageException("--debug runs one task; --" + other + " does not go with it");
        }
      }
    }
    return task;
  }

  /**
   * Where to write the metrics.
   *
   * @throws UsageException if it cannot be written there, or nothing is run
   */
  Optional<Path> csv() {
    Optional<Path> file = value("csv").map(text -> file("csv", text));
    for (String other : List.of("dry-run", "explain")) {
      if (file.isPresent() && line.hasOption(other)) {
        throw new UsageException(
            "--csv needs the results of a run, but --" + other + " runs nothing");
      }
    }
    return file;
  }

  /**
   * Where to write the graph.
   *
   * @throws UsageException if it cannot be written there
   */
  Optional<Path> dot() {
    return value("dot").map(text -> file("dot", text));
  }

  /** Whether a seed is to be drawn, or taken from the run to go on with. */
  boolean seedIsRandom() {
    return RANDOM.equals(line.getOptionValue("seed"));
  }

  /**
   * How to run.
   *
   * @throws UsageException if a value is wrong
   */
  RunOptions.Builder runOptions() {
    RunOptions.Builder builder = RunOptions.builder();
    if (line.hasOption("treatment")) {
      builder.treatments(treatments());
    }
    value("replicates").ifPresent(text -> builder.replicates(count("replicates", text)));
    settings().forEach(setting -> set(builder, setting));
    value("parallelism").ifPresent(text -> builder.parallelism(count("parallelism", text)));
    if (!seedIsRandom()) {
      value("seed").ifPresent(text -> builder.seed(seed(text)));
    }
    value("data").ifPresent(text -> builder.dataDirectory(path("data", text)));
    value("experiments").ifPresent(text -> builder.experiments(folder(text)));
    value("keep").ifPresent(text -> builder.keep(count("keep", text)));
    resumption(builder);
    builder.check(check());
    if (line.hasOption("fail-fast")) {
      builder.failurePolicy(FailurePolicy.FAIL_FAST);
    }
    return builder;
  }

  private List<String> settings() {
    return line.hasOption("set") ? List.of(line.getOptionValues("set")) : List.of();
  }

  private static void set(RunOptions.Builder builder, String setting) {
    try {
      builder.set(setting);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--set: " + e.getMessage());
    }
  }

  private void resumption(RunOptions.Builder builder) {
    for (String option : List.of("verify", "accept")) {
      if (line.hasOption(option) && !resume()) {
        throw new UsageException("--" + option + " says how to resume: it needs --resume");
      }
    }
    builder.resume(resume()).verify(line.hasOption("verify"));
    if (line.hasOption("accept")) {
      builder.accept(accepted());
    }
  }

  private Set<Change> accepted() {
    Set<Change> changes = EnumSet.noneOf(Change.class);
    for (String value : line.getOptionValues("accept")) {
      for (String name : value.split(",", -1)) {
        changes.add(
            switch (name.strip()) {
              case "code" -> Change.CODE;
              case "libraries" -> Change.LIBRARIES;
              case "jdk" -> Change.JDK;
              default ->
                  throw new UsageException(
                      "--accept needs code, libraries or jdk, not '" + name + "'");
            });
      }
    }
    return changes;
  }

  private List<String> treatments() {
    List<String> names = new ArrayList<>();
    for (String value : line.getOptionValues("treatment")) {
      for (String name : value.split(",", -1)) {
        if (name.isBlank()) {
          throw new UsageException("--treatment needs names, such as --treatment a,b");
        }
        names.add(name.strip());
      }
    }
    return names;
  }

  private Optional<String> value(String option) {
    return Optional.ofNullable(line.getOptionValue(option));
  }

  private static int count(String option, String text) {
    try {
      int count = Integer.parseInt(text);
      if (count >= 1) {
        return count;
      }
    } catch (NumberFormatException e) {
      // Told below, as a number below 1 is.
    }
    throw new UsageException(
        "--" + option + " needs a whole number of at least 1, not '" + text + "'");
  }

  private static long seed(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new UsageException("--seed needs a whole number or 'random', not '" + text + "'");
    }
  }

  private static Path folder(String text) {
    Path folder = path("experiments", text);
    if (!Files.isDirectory(folder)) {
      throw new UsageException("--experiments needs a folder, but '" + text + "' is none");
    }
    return folder;
  }

  /** A long run must not end with a file that cannot be written. */
  private static Path file(String option, String text) {
    Path file = path(option, text).toAbsolutePath();
    if (file.getFileName() == null || Files.isDirectory(file)) {
      throw new UsageException("--" + option + " needs a file, but '" + text + "' is a folder");
    }
    boolean isDevice = Files.exists(file) && !Files.isRegularFile(file);
    if (!Files.isWritable(isDevice ? file : file.resolveSibling(""))) {
      throw new UsageException(
          "--" + option + " needs a file in a folder that can be written, not '" + text + "'");
    }
    return file;
  }

  private static Path path(String option, String text) {
    try {
      if (!text.isBlank()) {
        return Path.of(text);
      }
    } catch (InvalidPathException e) {
      // Told below, as no path at all is.
    }
    throw new UsageException("--" + option + " needs a path, not '" + text + "'");
  }
}
