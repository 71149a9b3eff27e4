package dev.crystallize.runtime;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** An array of primitives. */
final class PrimitiveArrayCodec<A, E> extends Codec<A> {

  static final Codec<boolean[]> BOOLEAN =
      new PrimitiveArrayCodec<>(boolean[]::new, ScalarCodec.BOOLEAN);
  static final Codec<byte[]> BYTE = new PrimitiveArrayCodec<>(byte[]::new, ScalarCodec.BYTE);
  static final Codec<short[]> SHORT = new PrimitiveArrayCodec<>(short[]::new, ScalarCodec.SHORT);
  static final Codec<int[]> INT = new PrimitiveArrayCodec<>(int[]::new, ScalarCodec.INT);
  static final Codec<long[]> LONG = new PrimitiveArrayCodec<>(long[]::new, ScalarCodec.LONG);
  static final Codec<float[]> FLOAT = new PrimitiveArrayCodec<>(float[]::new, ScalarCodec.FLOAT);
  static final Codec<char[]> CHAR = new PrimitiveArrayCodec<>(char[]::new, ScalarCodec.CHAR);
  static final Codec<double[]> DOUBLE = new Doubles();

  private final IntFunction<A> newArray;
  private final Codec<E> element;

  private PrimitiveArrayCodec(IntFunction<A> newArray, Codec<E> element) {
    this.newArray = newArray;
    this.element = element;
  }

  @Override
  @SuppressWarnings("unchecked") // the array's boxed elements are what the element's codec takes
  void write(A value, CodecSink sink) {
    sink.beginList();
    int length = Array.getLength(value);
    for (int i = 0; i < length; i++) {
      element.write((E) Array.get(value, i), sink);
    }
    sink.endList();
  }

  @Override
  A read(CodecSource source) {
    List<E> items = ListCodec.items(element, expected(), source);
    A array = newArray.apply(items.size());
    for (int i = 0; i < items.size(); i++) {
      Array.set(array, i, items.get(i));
    }
    return array;
  }

  @Override
  String expected() {
    return "a list";
  }

  /** The array that holds data sets, so it is read and written without boxes. */
  private static final class Doubles extends Codec<double[]> {

    private static final int FIRST_LENGTH = 16;

    @Override
    void write(double[] value, CodecSink sink) {
      sink.beginList();
      for (double item : value) {
        sink.real(item);
      }
      sink.endList();
    }

    @Override
    double[] read(CodecSource source) {
      if (source.kind() != CodecSource.Kind.LIST) {
        throw ScalarCodec.mismatch(expected(), source);
      }
      source.enter();
      double[] items = new double[FIRST_LENGTH];
      int length = 0;
      while (source.nextItem()) {
        if (length == items.length) {
          items = Arrays.copyOf(items, 2 * length);
        }
        try {
          items[length] = ScalarCodec.real(source);
        } catch (CodecException e) {
          throw e.inside("[" + length + "]");
        }
        length++;
      }
      return Arrays.copyOf(items, length);
    }

    @Override
    String expected() {
      return "a list";
    }
  }
}
