package dev.crystallize.runtime.config;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with named slots. Before each slot stands a piece of text, after the last one another.
 *
 * @param pieces the text between the slots; one more than there are slots
 * @param slots the index of each slot's name
 * @param names the distinct names in the order of their first appearance
 */
record Template(List<String> pieces, List<Integer> slots, List<String> names) {

  /** Parses a text whose slots stand in braces. */
  static Template of(String text) {
    List<String> pieces = new ArrayList<>();
    List<Integer> slots = new ArrayList<>();
    List<String> names = new ArrayList<>();
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = text.indexOf('}', open);
      String name = text.substring(open + 1, close);
      if (!names.contains(name)) {
        names.add(name);
      }
      pieces.add(text.substring(from, open));
      slots.add(names.indexOf(name));
      from = close + 1;
    }
    pieces.add(text.substring(from));
    return new Template(List.copyOf(pieces), List.copyOf(slots), List.copyOf(names));
  }

  /** Fills the slots, with control characters in the arguments escaped. */
  String fill(List<String> arguments) {
    if (arguments.size() != names.size()) {
      throw new IllegalArgumentException("expected " + names + " but got " + arguments);
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < slots.size(); i++) {
      text.append(pieces.get(i)).append(Escapes.printable(arguments.get(slots.get(i))));
    }
    return text.append(pieces.get(slots.size())).toString();
  }
}
