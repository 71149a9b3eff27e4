package dev.crystallize.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CodecPropertiesTest {

  record Everything(
      double real,
      float single,
      long whole,
      String text,
      List<Optional<Integer>> list,
      Map<String, Boolean> map) {}

  private static final Codec<Everything> EVERYTHING =
      Codec.record(
          "Everything",
          fields -> {
            var real = fields.add("real", Codec.DOUBLE, Everything::real);
            var single = fields.add("single", Codec.FLOAT, Everything::single);
            var whole = fields.add("whole", Codec.LONG, Everything::whole);
            var text = fields.add("text", Codec.STRING, Everything::text);
            var list = fields.add("list", Codec.list(Codec.optional(Codec.INT)), Everything::list);
            var map = fields.add("map", Codec.map(Codec.BOOLEAN), Everything::map);
            return in ->
                new Everything(
                    in.get(real),
                    in.get(single),
                    in.get(whole),
                    in.get(text),
                    in.get(list),
                    in.get(map));
          });

  @Property(tries = 300)
  void whatIsWrittenIsReadBack(
      @ForAll double real,
      @ForAll float single,
      @ForAll long whole,
      @ForAll String text,
      @ForAll List<Optional<Integer>> list,
      @ForAll Map<String, Boolean> map) {
    // JSON is UTF-8, which has no unpaired surrogates.
    String sound = text.replaceAll("[\\ud800-\\udfff]", "");
    Map<String, Boolean> soundMap =
        map.entrySet().stream()
            .filter(entry -> entry.getKey().chars().noneMatch(c -> Character.isSurrogate((char) c)))
            .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    Everything value = new Everything(real, single, whole, sound, list, soundMap);

    String json = CodecTest.json(EVERYTHING, value);

    assertThat(CodecTest.read(EVERYTHING, json)).isEqualTo(value);
    assertThat(EVERYTHING.fromValue(EVERYTHING.toMap(value))).isEqualTo(value);
  }
}
