package dev.crystallize.runtime;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** A logger whose lines begin with the task. */
final class TaskLogger implements System.Logger {

  private final System.Logger logger;
  private final String prefix;

  TaskLogger(System.Logger logger, TaskId task) {
    this.logger = logger;
    this.prefix = "[" + task + "] ";
  }

  @Override
  public String getName() {
    return logger.getName();
  }

  @Override
  public boolean isLoggable(Level level) {
    return logger.isLoggable(level);
  }

  @Override
  public void log(
      Level level,
      @Nullable ResourceBundle bundle,
      @Nullable String message,
      @Nullable Throwable thrown) {
    if (isLoggable(level)) {
      logger.log(level, prefix + localised(bundle, message), thrown);
    }
  }

  @Override
  public void log(
      Level level,
      @Nullable ResourceBundle bundle,
      @Nullable String format,
      @Nullable Object @Nullable ... params) {
    if (isLoggable(level)) {
      String text = localised(bundle, format);
      // As the platform does it: without parameters a text is no pattern.
      boolean pattern = params != null && params.length > 0;
      logger.log(level, prefix + (pattern ? MessageFormat.format(text, params) : text));
    }
  }

  private static String localised(@Nullable ResourceBundle bundle, @Nullable String key) {
    if (key == null) {
      return "";
    }
    return bundle != null && bundle.containsKey(key) ? bundle.getString(key) : key;
  }
}
