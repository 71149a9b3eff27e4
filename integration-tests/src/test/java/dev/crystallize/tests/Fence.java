package dev.crystallize.tests;

import java.util.List;
import java.util.regex.Pattern;

/** A fenced block of a Markdown page: what stands behind the fence, and its text. */
record Fence(String language, String argument, String text) {
  private static final Pattern FENCE =
      Pattern.compile("^```(\\w+)[ ]?(.*)\\n((?s:.*?))^```$", Pattern.MULTILINE);

  static List<Fence> of(String page) {
    return FENCE
        .matcher(page)
        .results()
        .map(fence -> new Fence(fence.group(1), fence.group(2), fence.group(3)))
        .toList();
  }
}
