package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlainFindingsTest {

  private static final BigInteger LARGE = BigInteger.TWO.pow(64);

  @Test
  void numbersAreWholeOrDoubles() {
    assertThat(
            found(1, (short) 2, (byte) 3, 4L, BigInteger.valueOf(5), LARGE, 0.1f, BigDecimal.ONE))
        .containsExactly(1L, 2L, 3L, 4L, 5L, LARGE, 0.1, 1.0);
  }

  @Test
  void whatAnOptionalHoldsIsTheFinding() {
    assertThat(found(Optional.of(OptionalInt.of(3)))).containsExactly(3L);
  }

  @Test
  void whatWasNotFoundIsLeftOut() {
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("none", null);
    found.put("empty", Optional.empty());
    found.put("some", "text");

    assertThat(PlainFindings.of(found)).containsExactly(Map.entry("some", "text"));
  }

  @Test
  void findingsWithoutAnOrderAreSortedAndOthersKeepTheirs() {
    Map<String, Object> ordered = new LinkedHashMap<>();
    ordered.put("p_value", 0.5);
    ordered.put("difference", 1);

    assertThat(PlainFindings.inOrder(ordered)).containsExactlyEntriesOf(ordered);
    assertThat(PlainFindings.inOrder(Map.of("c", 1, "a", 2, "d", 3, "b", 4)).keySet())
        .containsExactly("a", "b", "c", "d");
  }

  @Test
  void setsAndMapsInsideAreSortedToo() {
    assertThat(found(Set.of("c", "a", "b"), Map.of("y", 1, "x", 2)))
        .hasToString("[[a, b, c], {x=2, y=1}]");
  }

  @Test
  void arraysAndCollectionsAreLists() {
    assertThat(found(new double[] {1, 2}, Arrays.asList("a", null), new int[][] {{1}, {}}))
        .containsExactly(
            List.of(1.0, 2.0), Arrays.asList("a", null), List.of(List.of(1L), List.of()));
  }

  @Test
  void anythingElseIsItsText() {
    assertThat(found('x', Thread.State.NEW, Map.of(1, new StringBuilder("y"))))
        .containsExactly("x", "NEW", Map.of("1", "y"));
  }

  private static List<Object> found(Object... values) {
    Map<String, Object> found = new LinkedHashMap<>();
    for (Object value : values) {
      found.put("f" + found.size(), value);
    }
    return List.copyOf(PlainFindings.of(found).values());
  }
}
