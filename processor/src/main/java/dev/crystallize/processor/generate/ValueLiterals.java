package dev.crystallize.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Writes the plain data of a configuration as Java expressions. Maps keep their order; what no
 * single expression can say well becomes a method, to be added to the class.
 */
final class ValueLiterals {

  private static final TypeName MAP =
      ParameterizedTypeName.get(ClassName.get(Map.class), TypeNames.STRING, ClassName.OBJECT);
  private static final TypeName LIST =
      ParameterizedTypeName.get(ClassName.get(List.class), ClassName.OBJECT);

  /** {@code Map.of} takes no more pairs. */
  private static final int MAP_OF = 10;

  /** Keeps every method far from the limit of 64 KB. */
  private static final int CHUNK = 200;

  /** Keeps every text far from the limit of 65,535 bytes for a constant. */
  private static final int TEXT_CHUNK = 16_000;

  private static final int MOST_DIGITS = 17;

  private final NameScope methodNames;
  private final List<MethodSpec> methods = new ArrayList<>();

  ValueLiterals(NameScope methodNames) {
    this.methodNames = methodNames;
  }

  /** Returns the methods that the expressions call. */
  List<MethodSpec> methods() {
    return List.copyOf(methods);
  }

  /**
   * Returns a map of parameter values, whose order means nothing.
   *
   * @param values text, numbers, truth values, null, and lists and maps of these
   */
  CodeBlock settings(Map<String, ? extends @Nullable Object> values) {
    boolean nulls = values.values().stream().anyMatch(Objects::isNull);
    return values.size() <= MAP_OF && !nulls ? mapOf(values) : mapMethod(values);
  }

  /** Returns one value; null has no expression, so it must not be given. */
  CodeBlock value(Object value) {
    if (value instanceof String text) {
      return text(text);
    }
    if (value instanceof Boolean truth) {
      return CodeBlock.of("$L", truth);
    }
    if (value instanceof Long number) {
      boolean fits = number == number.intValue();
      return CodeBlock.of(fits ? "$L" : "$LL", number);
    }
    if (value instanceof BigInteger number) {
      return CodeBlock.of("new $T($S)", BigInteger.class, number.toString());
    }
    if (value instanceof Double number) {
      return real(number);
    }
    if (value instanceof List<?> list) {
      return list(list);
    }
    if (value instanceof Map<?, ?> map) {
      return map(textKeys(map));
    }
    throw new IllegalArgumentException("not plain data: " + value.getClass().getName());
  }

  /** Returns one value, which may be null. */
  CodeBlock nullable(@Nullable Object value) {
    return value == null ? CodeBlock.of("null") : value(value);
  }

  private static CodeBlock text(String text) {
    if (text.length() <= TEXT_CHUNK) {
      return CodeBlock.of("$L", TextLiteral.of(text));
    }
    List<CodeBlock> parts = new ArrayList<>();
    for (int start = 0; start < text.length(); start += TEXT_CHUNK) {
      String part = text.substring(start, Math.min(start + TEXT_CHUNK, text.length()));
      parts.add(CodeBlock.of("$L", TextLiteral.of(part)));
    }
    return CodeBlock.of("$T.join(\"\", $L)", String.class, CodeBlock.join(parts, ", "));
  }

  /** The shortest digits that give this number; {@code Double.toString} differs between JDKs. */
  static CodeBlock real(double number) {
    if (Double.isNaN(number)) {
      return CodeBlock.of("$T.NaN", Double.class);
    }
    if (Double.isInfinite(number)) {
      String sign = number > 0 ? "POSITIVE" : "NEGATIVE";
      return CodeBlock.of("$T.$L_INFINITY", Double.class, sign);
    }
    if (number == 0) {
      return CodeBlock.of(1 / number < 0 ? "-0.0" : "0.0");
    }
    BigDecimal exact = new BigDecimal(number);
    BigDecimal shortest = exact;
    for (int digits = 1; digits <= MOST_DIGITS; digits++) {
      shortest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (shortest.doubleValue() == number) {
        break;
      }
    }
    int exponent = shortest.precision() - shortest.scale() - 1;
    if (exponent < -4 || exponent > 9) {
      BigInteger digits = shortest.stripTrailingZeros().unscaledValue();
      String text = digits.abs().toString();
      String fraction = text.length() > 1 ? text.substring(1) : "0";
      String sign = digits.signum() < 0 ? "-" : "";
      return CodeBlock.of("$L$L.$Le$L", sign, text.charAt(0), fraction, exponent);
    }
    String plain = shortest.stripTrailingZeros().toPlainString();
    return CodeBlock.of("$L", plain.indexOf('.') < 0 ? plain + ".0" : plain);
  }

  private CodeBlock list(List<? extends @Nullable Object> list) {
    if (list.size() > CHUNK) {
      return longList(list);
    }
    List<CodeBlock> items = new ArrayList<>();
    list.forEach(item -> items.add(nullable(item)));
    boolean nulls = list.stream().anyMatch(Objects::isNull);
    if (nulls && list.size() == 1) {
      return CodeBlock.of("$T.singletonList(null)", Collections.class);
    }
    return nulls
        ? CodeBlock.of("$T.asList($L)", Arrays.class, CodeBlock.join(items, ", "))
        : CodeBlock.of("$T.of($L)", List.class, CodeBlock.join(items, ", "));
  }

  private CodeBlock longList(List<? extends @Nullable Object> list) {
    List<CodeBlock> parts = new ArrayList<>();
    for (int start = 0; start < list.size(); start += CHUNK) {
      String name = methodNames.unique("part");
      MethodSpec part =
          method(name, LIST)
              .addStatement(
                  "return $L", list(list.subList(start, Math.min(start + CHUNK, list.size()))))
              .build();
      methods.add(part);
      parts.add(CodeBlock.of("$N()", name));
    }
    return CodeBlock.of(
        "$T.<$T>of($L).flatMap($T::stream).toList()",
        Stream.class,
        LIST,
        CodeBlock.join(parts, ", "),
        Collection.class);
  }

  private CodeBlock map(Map<String, ? extends @Nullable Object> map) {
    return map.size() <= 1 ? settings(map) : mapMethod(map);
  }

  private CodeBlock mapOf(Map<String, ? extends @Nullable Object> map) {
    List<CodeBlock> parts = new ArrayList<>();
    map.forEach((key, value) -> parts.add(CodeBlock.of("$L, $L", text(key), nullable(value))));
    return CodeBlock.of("$T.of($L)", Map.class, CodeBlock.join(parts, ", "));
  }

  private CodeBlock mapMethod(Map<String, ? extends @Nullable Object> map) {
    String name = methodNames.unique("values");
    MethodSpec.Builder method = method(name, MAP);
    method.addStatement("$T values = new $T<>()", MAP, LinkedHashMap.class);
    map.forEach(
        (key, value) -> method.addStatement("values.put($L, $L)", text(key), nullable(value)));
    methods.add(method.addStatement("return values").build());
    return CodeBlock.of("$N()", name);
  }

  private static MethodSpec.Builder method(String name, TypeName type) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(type);
  }

  private static Map<String, @Nullable Object> textKeys(Map<?, ?> map) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    map.forEach((key, value) -> result.put(String.valueOf(key), value));
    return result;
  }
}
