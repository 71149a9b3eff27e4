package dev.crystallize.runtime.codec;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;

/** An array of primitives. */
final class PrimitiveArraySpelling<A, E> implements Spelling<A> {

  static final Spelling<boolean[]> BOOLEAN =
      new PrimitiveArraySpelling<>(boolean.class, ScalarSpelling.BOOLEAN);
  static final Spelling<byte[]> BYTE =
      new PrimitiveArraySpelling<>(byte.class, ScalarSpelling.BYTE);
  static final Spelling<short[]> SHORT =
      new PrimitiveArraySpelling<>(short.class, ScalarSpelling.SHORT);
  static final Spelling<int[]> INT = new PrimitiveArraySpelling<>(int.class, ScalarSpelling.INT);
  static final Spelling<long[]> LONG =
      new PrimitiveArraySpelling<>(long.class, ScalarSpelling.LONG);
  static final Spelling<float[]> FLOAT =
      new PrimitiveArraySpelling<>(float.class, ScalarSpelling.FLOAT);
  static final Spelling<char[]> CHAR =
      new PrimitiveArraySpelling<>(char.class, ScalarSpelling.CHAR);
  static final Spelling<double[]> DOUBLE = new Doubles();

  private final Class<?> type;
  private final Spelling<E> element;

  private PrimitiveArraySpelling(Class<E> type, Spelling<E> element) {
    this.type = type;
    this.element = element;
  }

  @Override
  @SuppressWarnings("unchecked") // the array's boxed elements are what the element's codec takes
  public void write(A value, CodecSink sink) {
    sink.beginList();
    int length = Array.getLength(value);
    for (int i = 0; i < length; i++) {
      element.write((E) Array.get(value, i), sink);
    }
    sink.endList();
  }

  @Override
  @SuppressWarnings("unchecked") // an array of the element's primitive type is what A stands for
  public A read(CodecSource source) {
    List<E> items = ListSpelling.items(element, expected(), source);
    A array = (A) Array.newInstance(type, items.size());
    for (int i = 0; i < items.size(); i++) {
      Array.set(array, i, items.get(i));
    }
    return array;
  }

  @Override
  public String expected() {
    return "a list";
  }

  @Override
  public String shape() {
    return "[" + element.shape() + "]";
  }

  /** The array that holds data sets, so it is read and written without boxes. */
  private static final class Doubles implements Spelling<double[]> {

    private static final int FIRST_LENGTH = 16;

    @Override
    public void write(double[] value, CodecSink sink) {
      sink.beginList();
      for (double item : value) {
        sink.real(item);
      }
      sink.endList();
    }

    @Override
    public double[] read(CodecSource source) {
      if (source.kind() != CodecSource.Kind.LIST) {
        throw ScalarSpelling.mismatch(expected(), source);
      }
      source.enter();
      double[] items = new double[FIRST_LENGTH];
      int length = 0;
      while (source.nextItem()) {
        if (length == items.length) {
          items = Arrays.copyOf(items, 2 * length);
        }
        try {
          items[length] = ScalarSpelling.real(source);
        } catch (CodecException e) {
          throw e.inside("[" + length + "]");
        }
        length++;
      }
      return Arrays.copyOf(items, length);
    }

    @Override
    public String expected() {
      return "a list";
    }
  }
}
