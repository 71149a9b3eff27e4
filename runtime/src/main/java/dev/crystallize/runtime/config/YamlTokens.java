package dev.crystallize.runtime.config;

import java.io.StringReader;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * The tokens of a document, each with its anchor, tag, style and place. Jackson neither tells plain
 * scalars from quoted ones nor a key's anchor from that of the mapping around it, so these are read
 * from the text at the token's offset.
 */
final class YamlTokens implements AutoCloseable {

  private final SourceText source;
  private final String text;
  private final Findings findings;
  private final JsonParser parser;

  private JsonToken token = JsonToken.NOT_AVAILABLE;
  private NodeProperties properties = NodeProperties.NONE;
  private Place place;
  private long codePoints;
  private int chars;

  YamlTokens(YAMLFactory factory, SourceText source, Findings findings) {
    this.source = source;
    this.text = source.text();
    this.findings = findings;
    this.place = new Place(source.path(), 1, 1);
    this.parser = factory.createParser(ObjectReadContext.empty(), new StringReader(text));
  }

  /**
   * Goes to the next token; returns whether there is one.
   *
   * @throws StopReading if the text is not YAML
   */
  boolean advance() {
    JsonToken next;
    try {
      next = parser.nextToken();
    } catch (JacksonException | YamlEngineException failure) {
      throw stopped(failure);
    }
    if (next == null) {
      token = JsonToken.NOT_AVAILABLE;
      return false;
    }
    token = next;
    if (!token.isStructEnd()) {
      locate();
    }
    return true;
  }

  JsonToken token() {
    return token;
  }

  /** Returns where the node starts, after its anchor and tag. */
  Place place() {
    return place;
  }

  /** Returns the text of a scalar or key, or the name of an alias. */
  String text() {
    return token == JsonToken.PROPERTY_NAME ? parser.currentName() : parser.getString();
  }

  boolean isAlias() {
    return token == JsonToken.VALUE_STRING && ((YAMLParser) parser).isCurrentAlias();
  }

  /** Whether a scalar is plain: neither in quotes nor a block. */
  boolean isPlain() {
    if (chars >= text.length() || token == JsonToken.VALUE_NULL) {
      return true;
    }
    char first = text.charAt(chars);
    return first != '"' && first != '\'' && first != '|' && first != '>';
  }

  Optional<String> anchor() {
    return properties.anchor();
  }

  Optional<String> tag() {
    return properties.tag();
  }

  private void locate() {
    TokenStreamLocation location = parser.currentTokenLocation();
    // Jackson counts code points; a text with pairs of surrogates has more chars.
    chars = text.offsetByCodePoints(chars, (int) (location.getCharOffset() - codePoints));
    codePoints = location.getCharOffset();
    int line = location.getLineNr();
    int column = location.getColumnNr();
    properties = startsBeforeItsKey() ? NodeProperties.NONE : NodeProperties.at(text, chars);
    if (chars >= text.length()) {
      place = source.placeAt(text.length());
    } else if (properties.isPresent() && token != JsonToken.VALUE_NULL) {
      int start = properties.end();
      codePoints += text.codePointCount(chars, start);
      int lineStart = lastLineStart(chars, start);
      if (lineStart < 0) {
        place = new Place(source.path(), line, column + text.codePointCount(chars, start));
      } else {
        int lines = SourceText.of("", text.substring(chars, start)).lineCount() - 1;
        int newColumn = text.codePointCount(lineStart, start) + 1;
        place = new Place(source.path(), line + lines, newColumn);
      }
      chars = start;
    } else {
      place = new Place(source.path(), line, column);
    }
  }

  /** Whether an anchor or tag here belongs to the first key of a mapping, not to the mapping. */
  private boolean startsBeforeItsKey() {
    return token.isStructStart() && parser.getObjectId() == null && parser.getTypeId() == null;
  }

  private int lastLineStart(int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
        return i + 1;
      }
    }
    return -1;
  }

  private StopReading stopped(RuntimeException failure) {
    if (failure.getCause() == null && String.valueOf(failure.getMessage()).contains("name (Scal")) {
      locate();
      return new StopReading(findings.diagnostic(Message.KEY_IS_NO_NAME, place, foundAsKey()));
    }
    YamlProblem problem = YamlProblem.of(failure);
    Place at = source.within(problem.line(), problem.column());
    return new StopReading(findings.diagnostic(Message.SYNTAX, at, problem.text()));
  }

  private String foundAsKey() {
    char first = chars < text.length() ? text.charAt(chars) : ' ';
    return switch (first) {
      case '*' -> "an alias";
      case '[', '-' -> "a list";
      default -> "a map";
    };
  }

  @Override
  public void close() {
    parser.close();
  }
}
