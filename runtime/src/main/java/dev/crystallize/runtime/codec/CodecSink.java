package dev.crystallize.runtime.codec;

import java.math.BigInteger;

/** Where a codec writes a value: as JSON text or as plain data. */
interface CodecSink {

  void text(String value);

  void whole(long value);

  void whole(BigInteger value);

  void real(double value);

  void real(float value);

  void truth(boolean value);

  void nothing();

  void beginList();

  void endList();

  void beginMap();

  void key(String name);

  void endMap();
}
