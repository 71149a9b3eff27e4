package dev.crystallize.processor.model;

import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** How a type is written as JSON and read back: the closed set of types a codec can be made for. */
public sealed interface CodecModel {

  /** Returns the type it is for, of the current round. */
  TypeMirror type();

  /** Returns the first part of the type that no codec can be made for, if there is one. */
  default Optional<Unsupported> unsupported() {
    return Optional.empty();
  }

  /** The types that JSON knows by themselves. */
  enum Kind {
    BOOLEAN,
    BYTE,
    SHORT,
    CHAR,
    INT,
    LONG,
    FLOAT,
    DOUBLE,
    STRING
  }

  /** A primitive, its box, or a {@code String}; the type tells a primitive from its box. */
  record Scalar(TypeMirror type, Kind kind) implements CodecModel {}

  /**
   * An enum.
   *
   * @param constants their names in order
   */
  record Enumeration(TypeMirror type, List<String> constants) implements CodecModel {
    /** Copies the names. */
    public Enumeration {
      constants = List.copyOf(constants);
    }
  }

  /** {@code Optional}. */
  record OptionalOf(TypeMirror type, CodecModel element) implements CodecModel {
    @Override
    public Optional<Unsupported> unsupported() {
      return element.unsupported();
    }
  }

  /** An array. */
  record ArrayOf(TypeMirror type, CodecModel element) implements CodecModel {
    @Override
    public Optional<Unsupported> unsupported() {
      return element.unsupported();
    }
  }

  /** {@code List}. */
  record ListOf(TypeMirror type, CodecModel element) implements CodecModel {
    @Override
    public Optional<Unsupported> unsupported() {
      return element.unsupported();
    }
  }

  /** {@code Map} with {@code String} keys. */
  record MapOf(TypeMirror type, CodecModel value) implements CodecModel {
    @Override
    public Optional<Unsupported> unsupported() {
      return value.unsupported();
    }
  }

  /**
   * A record.
   *
   * @param id the type as text with all names qualified, by which {@link Recursion} refers to it
   */
  record RecordOf(TypeMirror type, String id, List<Field> fields) implements CodecModel {
    /** Copies the fields. */
    public RecordOf {
      fields = List.copyOf(fields);
    }

    @Override
    public Optional<Unsupported> unsupported() {
      return fields.stream().flatMap(field -> field.codec().unsupported().stream()).findFirst();
    }
  }

  /** A component of a record, in the order of its constructor. */
  record Field(String name, TypeMirror type, CodecModel codec) {}

  /**
   * A sealed interface of records.
   *
   * @param id the type as text with all names qualified, by which {@link Recursion} refers to it
   * @param cases the permitted records, sealed interfaces in between dissolved, in order
   */
  record SealedOf(TypeMirror type, String id, List<CodecModel> cases) implements CodecModel {
    /** Copies the cases. */
    public SealedOf {
      cases = List.copyOf(cases);
    }

    @Override
    public Optional<Unsupported> unsupported() {
      return cases.stream().flatMap(one -> one.unsupported().stream()).findFirst();
    }
  }

  /** A record or sealed interface inside itself. */
  record Recursion(TypeMirror type, String id) implements CodecModel {}

  /** {@code Path}: only for parameters. */
  record PathText(TypeMirror type) implements CodecModel {}

  /**
   * A type outside the closed set.
   *
   * @param reason why, as part of a sentence, such as {@code "is not a record"}
   * @param unknownType whether the type does not exist in this round: to be passed in silence
   */
  record Unsupported(TypeMirror type, String reason, boolean unknownType) implements CodecModel {
    @Override
    public Optional<Unsupported> unsupported() {
      return Optional.of(this);
    }
  }
}
