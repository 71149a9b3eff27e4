package dev.crystallize.processor;

import dev.crystallize.processor.read.ServiceFile;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Keeps the list by which generated graphs are found at run time. */
final class Services {

  private final Elements elements;
  private final ServiceFile file;
  private final List<String> earlier;

  Services(Elements elements, ServiceFile file) {
    this.elements = elements;
    this.file = file;
    this.earlier = file.read();
  }

  /** Returns the graphs that an earlier compilation listed. */
  List<String> earlier() {
    return earlier;
  }

  /**
   * Writes the list: the graphs of this compilation, and the earlier ones that still exist.
   *
   * @param sound the graphs to list
   * @param made all graphs of this compilation, which replace the earlier ones of the same name
   * @param origins the root classes that they come from
   * @throws IOException if the list cannot be written
   */
  void write(Set<String> sound, Set<String> made, List<TypeElement> origins) throws IOException {
    Set<String> listed = new TreeSet<>(sound);
    for (String graph : earlier) {
      if (!made.contains(graph) && elements.getTypeElement(graph) != null) {
        listed.add(graph);
      }
    }
    if (!listed.isEmpty() || !earlier.isEmpty()) {
      file.write(listed, origins.toArray(Element[]::new));
    }
  }
}
