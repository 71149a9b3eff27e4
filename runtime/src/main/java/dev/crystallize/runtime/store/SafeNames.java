package dev.crystallize.runtime.store;

import java.util.Locale;
import java.util.regex.Pattern;

/** Decides which names may become files and folders. */
public final class SafeNames {

  private static final int LONGEST = 100;
  private static final Pattern SHAPE =
      Pattern.compile("[\\p{L}\\p{N}.+=-]([\\p{L}\\p{N}_ .+=-]*[\\p{L}\\p{N}_+=-])?");
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9]|conin\\$|conout\\$)(\\..*)?");

  private SafeNames() {}

  /**
   * Checks a name that is about to become part of a path.
   *
   * @param role what the name is for, such as {@code experiment}
   * @param name the name
   * @return the name
   * @throws IllegalArgumentException if the name could lead out of its folder, or means something
   *     special to an operating system
   */
  public static String require(String role, String name) {
    if (!isSafe(name)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s '%s' cannot be a name on disk: letters, digits, '_', '.', '-', '+', '=' and inner"
                  + " spaces, no leading '_' or '.', no trailing '.', at most %d characters, and no"
                  + " device name",
              role,
              escaped(name),
              LONGEST));
    }
    return name;
  }

  /**
   * Checks the name of a step, which unlike other names may begin with {@code _} since Java's may.
   *
   * @throws IllegalArgumentException as {@link #require} does
   */
  public static String requireStep(String name) {
    String rest = name.replaceFirst("^_+(?=.)", "");
    require("step", rest);
    return name;
  }

  /** Whether a name may become part of a path. */
  public static boolean isSafe(String name) {
    return name.length() <= LONGEST
        && SHAPE.matcher(name).matches()
        && !name.startsWith(".")
        && !DEVICE.matcher(name).matches();
  }

  private static String escaped(String name) {
    StringBuilder text = new StringBuilder();
    name.codePoints()
        .limit(LONGEST)
        .forEach(
            c -> {
              if (Character.isISOControl(c)) {
                text.append(String.format(Locale.ROOT, "\\u%04x", c));
              } else {
                text.appendCodePoint(c);
              }
            });
    return text.toString();
  }
}
