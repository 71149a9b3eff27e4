package dev.crystallize.runtime.config;

import dev.crystallize.runtime.config.YamlNode.Entry;
import dev.crystallize.runtime.config.YamlNode.Mapping;
import dev.crystallize.runtime.config.YamlNode.Scalar;
import dev.crystallize.runtime.config.YamlNode.Sequence;
import dev.crystallize.runtime.config.YamlNode.Style;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JsonToken;

/**
 * Builds the tree of one document from its tokens. The node behind an anchor is built once and
 * shared by its aliases, but counts at each of them, so that a small file cannot grow large.
 */
final class NodeReader {

  private static final int MOST_NODES = 10_000;
  private static final int MOST_LEVELS = 64;

  private final YamlTokens tokens;
  private final SourceText source;
  private final Findings findings;
  private final Map<String, YamlNode> anchors = new HashMap<>();
  private final Set<String> openAnchors = new HashSet<>();
  private int nodes;

  NodeReader(YamlTokens tokens, SourceText source, Findings findings) {
    this.tokens = tokens;
    this.source = source;
    this.findings = findings;
  }

  /**
   * Reads the only document; one without content is an empty mapping.
   *
   * @throws StopReading if the rest of the text cannot be understood
   */
  YamlNode readDocument() {
    Place start = new Place(source.path(), 1, 1);
    if (!tokens.advance()) {
      return new Mapping(start, List.of(), 1, 1, true);
    }
    YamlNode root =
        tokens.token() == JsonToken.VALUE_NULL && tokens.text().isEmpty()
            ? new Mapping(start, List.of(), 1, 1, true)
            : readNode(1);
    if (tokens.advance()) {
      throw new StopReading(
          findings.diagnostic(Message.SECOND_DOCUMENT, markerBefore(tokens.place())));
    }
    return root;
  }

  /** Returns the place of the {@code ---} that opens the document in which a token stands. */
  private Place markerBefore(Place place) {
    for (int line = place.line(); line > 1; line--) {
      if (source.line(line).startsWith("---")) {
        return new Place(source.path(), line, 1);
      }
    }
    return place;
  }

  private YamlNode readNode(int level) {
    if (tokens.isAlias()) {
      return readAlias(level);
    }
    Optional<String> anchor = tokens.anchor();
    anchor.ifPresent(openAnchors::add);
    YamlNode node =
        switch (tokens.token()) {
          case START_OBJECT -> readMapping(level);
          case START_ARRAY -> readSequence(level);
          default -> readScalar(tokens.token() == JsonToken.VALUE_NULL, PythonReading::remedy);
        };
    anchor.ifPresent(name -> define(name, node));
    return node;
  }

  private void define(String anchor, YamlNode node) {
    openAnchors.remove(anchor);
    anchors.put(anchor, node);
  }

  private YamlNode readAlias(int level) {
    String alias = tokens.text();
    Place place = tokens.place();
    YamlNode target = anchors.get(alias);
    if (target == null || openAnchors.contains(alias)) {
      boolean recursive = openAnchors.contains(alias);
      findings.add(recursive ? Message.RECURSIVE_ALIAS : Message.UNDEFINED_ALIAS, place, alias);
      return new Scalar(place, alias, Style.QUOTED, false);
    }
    count(target.size(), place);
    checkLevel(level - 1 + target.height(), place);
    return target;
  }

  private Scalar readScalar(boolean isNull, Function<PythonReading, String> remedy) {
    count(1, tokens.place());
    String text = tokens.text();
    boolean isText = tokens.tag().filter(tag -> tag.equals("!!str") || tag.equals("!")).isPresent();
    boolean soundTag = isText || checkTag();
    if (isText || !soundTag || !tokens.isPlain()) {
      return new Scalar(tokens.place(), isNull ? "" : text, Style.QUOTED, soundTag);
    }
    Optional<PythonReading> python = PythonReading.of(text);
    python.ifPresent(
        reading ->
            findings.add(
                Message.QUOTE, tokens.place(), text, reading.meaning(), remedy.apply(reading)));
    return new Scalar(tokens.place(), text, Style.PLAIN, python.isEmpty());
  }

  private boolean checkTag() {
    tokens.tag().ifPresent(tag -> findings.add(Message.TAG, tokens.place(), tag));
    return tokens.tag().isEmpty();
  }

  private Sequence readSequence(int level) {
    Place place = tokens.place();
    checkLevel(level, place);
    count(1, place);
    boolean sound = checkTag();
    List<YamlNode> items = new ArrayList<>();
    int size = 1;
    int height = 0;
    while (tokens.advance() && tokens.token() != JsonToken.END_ARRAY) {
      YamlNode item = readNode(level + 1);
      items.add(item);
      size += item.size();
      height = Math.max(height, item.height());
      sound &= item.isSound();
    }
    return new Sequence(place, List.copyOf(items), size, height + 1, sound);
  }

  private Mapping readMapping(int level) {
    Place place = tokens.place();
    checkLevel(level, place);
    count(1, place);
    MappingBuilder mapping = new MappingBuilder(place, findings, checkTag());
    while (tokens.advance() && tokens.token() != JsonToken.END_OBJECT) {
      Optional<String> anchor = tokens.anchor();
      Scalar key = readScalar(false, PythonReading::remedyForName);
      anchor.ifPresent(name -> define(name, key));
      tokens.advance();
      YamlNode value = readNode(level + 1);
      if (key.style() == Style.PLAIN && key.text().equals("<<")) {
        mapping.merge(key, value);
      } else {
        mapping.put(new Entry(key, value, key.isSound() && value.isSound()));
      }
    }
    return mapping.build();
  }

  private void count(int more, Place place) {
    nodes += more;
    if (nodes > MOST_NODES) {
      throw new StopReading(
          findings.diagnostic(Message.TOO_MANY_NODES, place, Integer.toString(MOST_NODES)));
    }
  }

  private void checkLevel(int level, Place place) {
    if (level > MOST_LEVELS) {
      throw new StopReading(
          findings.diagnostic(Message.TOO_DEEP, place, Integer.toString(MOST_LEVELS)));
    }
  }
}
