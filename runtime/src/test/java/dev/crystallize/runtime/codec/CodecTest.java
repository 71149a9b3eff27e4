package dev.crystallize.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodecTest {

  @SuppressWarnings("ArrayRecordComponent") // data sets are arrays
  record Table(List<String> names, double[][] rows) {}

  enum Kernel {
    LINEAR,
    RADIAL_BASIS
  }

  sealed interface Shape permits Circle, Group {}

  record Circle(double radius) implements Shape {}

  record Group(List<Shape> parts) implements Shape {}

  record Limits(Optional<Integer> low, Optional<Integer> high) {}

  private static final Codec<Table> TABLE =
      Codec.record(
          "Table",
          fields -> {
            var names = fields.add("names", Codec.list(Codec.STRING), Table::names);
            var rows =
                fields.add("rows", Codec.array(Codec.DOUBLE_ARRAY, double[][]::new), Table::rows);
            return in -> new Table(in.get(names), in.get(rows));
          });

  private static final Codec<Circle> CIRCLE =
      Codec.record(
          "Circle",
          fields -> {
            var radius = fields.add("radius", Codec.DOUBLE, Circle::radius);
            return in -> new Circle(in.get(radius));
          });

  private static final Codec<Group> GROUP =
      Codec.record(
          "Group",
          fields -> {
            var parts =
                fields.add("parts", Codec.list(Codec.lazy(CodecTest::shapes)), Group::parts);
            return in -> new Group(in.get(parts));
          });

  private static final Codec<Shape> SHAPE =
      Codec.sealed(
          "Shape",
          List.of(
              CodecVariant.of("circle", Circle.class, CIRCLE),
              CodecVariant.of("group", Group.class, GROUP)));

  private static final Codec<Limits> LIMITS =
      Codec.record(
          "Limits",
          fields -> {
            var low = fields.add("low", Codec.optional(Codec.INT), Limits::low);
            var high = fields.add("high", Codec.optional(Codec.INT), Limits::high);
            return in -> new Limits(in.get(low), in.get(high));
          });

  private static Codec<Shape> shapes() {
    return SHAPE;
  }

  @Test
  void aRecordIsWrittenAsAMapInOrder() {
    Table table = new Table(List.of("a", "b"), new double[][] {{1, 0.1}, {Double.NaN, -1e300}});

    assertThat(json(TABLE, table))
        .isEqualTo("{\"names\":[\"a\",\"b\"],\"rows\":[[1.0,0.1],[\"NaN\",-1.0E300]]}");
  }

  @Test
  void aRecordIsReadWhateverTheOrderOfItsComponents() {
    Table table = read(TABLE, "{\"rows\": [[1], []], \"names\": []}");

    assertThat(table.rows()).isDeepEqualTo(new double[][] {{1}, {}});
  }

  @Test
  void anErrorNamesThePlace() {
    assertThatThrownBy(() -> read(TABLE, "{\"names\": [], \"rows\": [[], [1, \"x\"]]}"))
        .hasMessage("Table.rows[1][1]: expected a number, not \"x\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"names\": []}",
        "{\"names\": [], \"rows\": [], \"more\": 1}",
        "{\"names\": [], \"rows\": [], \"names\": []}",
        "{\"names\": [], \"rows\": []} 1",
        "{\"names\": [], \"rows\": [",
        "{\"names\": [null], \"rows\": []}",
        "[]",
        ""
      })
  void whatIsNotExactlyTheRecordIsRefused(String json) {
    assertThatThrownBy(() -> read(TABLE, json)).isInstanceOf(CodecException.class);
  }

  @Test
  void onlyOptionalComponentsMayBeLeftOut() {
    assertThat(read(LIMITS, "{\"high\": 3}"))
        .isEqualTo(new Limits(Optional.empty(), Optional.of(3)));
    assertThat(json(LIMITS, new Limits(Optional.empty(), Optional.of(3))))
        .isEqualTo("{\"low\":null,\"high\":3}");
  }

  @Test
  void anOptionalOptionalKeepsBothItsLevels() {
    Codec<Optional<Optional<Integer>>> codec = Codec.optional(Codec.optional(Codec.INT));

    for (Optional<Optional<Integer>> value :
        List.of(
            Optional.<Optional<Integer>>empty(),
            Optional.of(Optional.<Integer>empty()),
            Optional.of(Optional.of(7)))) {
      assertThat(read(codec, json(codec, value))).isEqualTo(value);
    }
  }

  @Test
  void aSealedInterfaceSaysWhichRecordItIs() {
    Shape group = new Group(List.of(new Circle(1), new Group(List.of())));

    String json = json(SHAPE, group);

    assertThat(json)
        .isEqualTo(
            "{\"type\":\"group\",\"parts\":[{\"type\":\"circle\",\"radius\":1.0},"
                + "{\"type\":\"group\",\"parts\":[]}]}");
    assertThat(read(SHAPE, json)).isEqualTo(group);
  }

  @Test
  void theTypeMayStandAnywhere() {
    assertThat(read(SHAPE, "{\"radius\": 2, \"type\": \"circle\"}")).isEqualTo(new Circle(2));
  }

  @Test
  void anEnumConstantIsSpeltExactlyOrInSnakeCase() {
    Codec<Kernel> kernel = Codec.enumeration(Kernel.class);

    assertThat(kernel.fromValue("RADIAL_BASIS")).isEqualTo(Kernel.RADIAL_BASIS);
    assertThat(kernel.fromValue("radial_basis")).isEqualTo(Kernel.RADIAL_BASIS);
    assertThatThrownBy(() -> kernel.fromValue("Linear"))
        .hasMessage("expected one of linear, radial_basis, not \"Linear\"");
  }

  @Test
  void aTextTakesOnlyTexts() {
    assertThatThrownBy(() -> Codec.STRING.fromValue(3L))
        .hasMessage("expected a text, so write it in quotes, not 3");
  }

  @Test
  void anIntegerTakesNoFractionAndDoesNotOverflow() {
    assertThat(Codec.INT.fromValue(3L)).isEqualTo(3);
    assertThatThrownBy(() -> Codec.INT.fromValue(3.0)).hasMessageContaining("a whole number");
    assertThatThrownBy(() -> Codec.INT.fromValue(1L << 31))
        .hasMessageContaining("from -2147483648 to 2147483647");
    assertThatThrownBy(() -> Codec.LONG.fromValue(BigInteger.ONE.shiftLeft(63)))
        .isInstanceOf(CodecException.class);
  }

  @Test
  void aDoubleTakesIntegersAndTheNamesOfWhatIsNotFinite() {
    assertThat(Codec.DOUBLE.fromValue(3L)).isEqualTo(3.0);
    assertThat(Codec.DOUBLE.fromValue("-Infinity")).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThatThrownBy(() -> Codec.DOUBLE.fromValue("1")).isInstanceOf(CodecException.class);
    assertThatThrownBy(() -> Codec.FLOAT.fromValue(1e39)).isInstanceOf(CodecException.class);
  }

  @Test
  void aMapIsWrittenInTheOrderOfItsKeys() {
    Map<String, Integer> map = new LinkedHashMap<>();
    map.put("b", 1);
    map.put("a", 2);

    assertThat(json(Codec.map(Codec.INT), map)).isEqualTo("{\"a\":2,\"b\":1}");
  }

  @Test
  void aRecordIsToldAsAMapInWhichNumbersStayNumbers() {
    Table table = new Table(List.of("a"), new double[][] {{Double.NaN}});

    assertThat(TABLE.toMap(table))
        .containsExactly(
            Map.entry("names", List.of("a")), Map.entry("rows", List.of(List.of(Double.NaN))));
  }

  @Test
  void primitiveArraysComeBack() {
    assertThat(read(Codec.BYTE_ARRAY, json(Codec.BYTE_ARRAY, new byte[] {-128, 127})))
        .containsExactly(-128, 127);
    assertThat(read(Codec.CHAR_ARRAY, json(Codec.CHAR_ARRAY, new char[] {'a', '"'})))
        .containsExactly('a', '"');
    assertThat(read(Codec.FLOAT_ARRAY, json(Codec.FLOAT_ARRAY, new float[] {0.1f, 1.4e-45f})))
        .containsExactly(0.1f, 1.4e-45f);
    assertThat(read(Codec.BOOLEAN_ARRAY, "[true, false]")).containsExactly(true, false);
  }

  @Test
  void aLongListOfDoublesComesBack() {
    double[] values = new double[1000];
    Arrays.setAll(values, i -> 1.0 / i);

    assertThat(read(Codec.DOUBLE_ARRAY, json(Codec.DOUBLE_ARRAY, values))).isEqualTo(values);
  }

  @Test
  void plainDataAreReadLikeJson() {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("names", Collections.nCopies(1, "a"));
    plain.put("rows", List.of(List.of(1L, 2.5)));

    assertThat(TABLE.fromValue(plain).rows()).isDeepEqualTo(new double[][] {{1, 2.5}});
  }

  static <T> String json(Codec<T> codec, T value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    codec.writeJson(value, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  static <T> T read(Codec<T> codec, String json) {
    return codec.readJson(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }
}
