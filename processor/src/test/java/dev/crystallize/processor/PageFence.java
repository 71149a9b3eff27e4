package dev.crystallize.processor;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A fenced block of a page. What stands behind the fence tells what the block is: {@code java
 * Study.java} a class, {@code yaml study} the configuration of that experiment, {@code text} what
 * the compiler prints of the blocks above it. A third word {@code earlier} puts the file into
 * another build that ran before; {@code fixed} puts it in place of the one above that holds the
 * mistake.
 */
record PageFence(String language, String name, String role, String text) {

  private static final Pattern FENCE =
      Pattern.compile("^```(\\w+) ?(\\S*) ?(\\S*)\\n((?s:.*?))^```$", Pattern.MULTILINE);

  /** Returns the blocks of a text that are such a file or message, in their order. */
  static List<PageFence> of(String text) {
    return FENCE.matcher(text).results().map(PageFence::of).filter(PageFence::isCompiled).toList();
  }

  private static PageFence of(MatchResult fence) {
    return new PageFence(fence.group(1), fence.group(2), fence.group(3), fence.group(4));
  }

  private boolean isCompiled() {
    return isMessage() || !name.isEmpty();
  }

  boolean isMessage() {
    return language.equals("text");
  }

  /** Returns whether the two are the same file, before and after. */
  boolean replaces(PageFence other) {
    return language.equals(other.language) && name.equals(other.name);
  }

  /** Returns the block as it stands on its page. */
  String markdown() {
    return "```" + (language + " " + name + " " + role).stripTrailing() + "\n" + text + "```\n";
  }
}
