package dev.crystallize.runtime;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A step of a {@link CodeCatalog}, and the types of what it takes, reads and writes. */
public final class CatalogStep {

  private final String name;
  private final Optional<Type> gives;
  private final Function<StepSpec, StepBody<Object, Object>> code;
  private final List<Port> reads = new ArrayList<>();
  private final List<Port> writes = new ArrayList<>();
  private final List<String> records = new ArrayList<>();
  private Optional<Port> takes = Optional.empty();
  private boolean recordsAny;
  private boolean used;

  CatalogStep(
      String name, Optional<Type> gives, Function<StepSpec, StepBody<Object, Object>> code) {
    this.name = name;
    this.gives = gives;
    this.code = code;
  }

  /**
   * What a step takes, reads or writes.
   *
   * @param parameter the name of its parameter: of data that in Java, else the canonical one
   * @param type its type
   */
  record Port(String parameter, Type type) {}

  /**
   * Says what the step takes as data. A step of which this is not said is given none.
   *
   * @param parameter the name of its parameter in Java
   * @param type the parameter's type
   * @return this step
   */
  public CatalogStep takes(String parameter, Type type) {
    takes = Optional.of(new Port(parameter, type));
    return this;
  }

  /**
   * Says that the step reads an input; in the order in which the step declares them.
   *
   * @param parameter the parameter's canonical name
   * @param type its type
   * @return this step
   */
  public CatalogStep reads(String parameter, Type type) {
    reads.add(new Port(parameter, type));
    return this;
  }

  /**
   * Says that the step writes an output; in the order in which the step declares them.
   *
   * @param parameter the canonical name of the parameter, or of what the method returns
   * @param type the type that is written, boxed
   * @return this step
   */
  public CatalogStep writes(String parameter, Type type) {
    writes.add(new Port(parameter, type));
    return this;
  }

  /**
   * Says which metrics the step records.
   *
   * @param names their names
   * @return this step
   */
  public CatalogStep records(String... names) {
    records.addAll(List.of(names));
    return this;
  }

  /**
   * Says that the step may record metrics whose names nobody knows before it runs.
   *
   * @return this step
   */
  public CatalogStep recordsAny() {
    recordsAny = true;
    return this;
  }

  /**
   * Says that the step stands in a class that the experiment's class uses, so that it runs only
   * where a configuration lists it.
   *
   * @return this step
   */
  public CatalogStep used() {
    used = true;
    return this;
  }

  String name() {
    return name;
  }

  /** The type of the data it makes; empty if it hands them on. */
  Optional<Type> gives() {
    return gives;
  }

  Optional<Port> takes() {
    return takes;
  }

  List<Port> reads() {
    return Collections.unmodifiableList(reads);
  }

  List<Port> writes() {
    return Collections.unmodifiableList(writes);
  }

  /** The metrics it records; empty if nobody knows them all. */
  Optional<List<String>> records() {
    return recordsAny ? Optional.empty() : Optional.of(Collections.unmodifiableList(records));
  }

  boolean isOwn() {
    return !used;
  }

  /** Makes the body, which may be given any data that fit what the step takes. */
  StepBody<Object, Object> body(StepSpec spec) {
    StepBody<Object, Object> body = code.apply(spec);
    if (gives.isEmpty()) {
      return (context, data) -> {
        body.run(context, taken(data));
        return data;
      };
    }
    boolean asItIs = takes.isPresent() && !TypeFit.isPrimitive(takes.get().type());
    return asItIs ? body : (context, data) -> body.run(context, taken(data));
  }

  /** Java widens numbers where it calls; a step that takes nothing must not be given its cast. */
  @SuppressWarnings("NullAway") // a step that takes no data is given none, typed Void
  private Object taken(Object data) {
    return takes.isPresent() ? TypeFit.widened(data, takes.get().type()) : null;
  }
}
