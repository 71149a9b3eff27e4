package dev.crystallize.runtime;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the paths in values of parameters. */
final class Paths {

  private Paths() {}

  /** The paths in a value, in lists, maps, arrays and optionals of it; records are not opened. */
  static List<Path> in(Object value) {
    List<Path> paths = new ArrayList<>();
    collect(value, paths);
    return paths;
  }

  private static void collect(Object value, List<Path> paths) {
    if (value instanceof Path path) {
      paths.add(path);
    } else if (value instanceof List<?> list) {
      list.forEach(item -> collect(item, paths));
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(item -> collect(item, paths));
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresent(item -> collect(item, paths));
    } else if (value instanceof Object[] array) {
      Arrays.asList(array).forEach(item -> collect(item, paths));
    }
  }
}
