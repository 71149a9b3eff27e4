package dev.crystallize.processor.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineBreakerTest {

  private static final String A = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
  private static final String B = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";
  private static final String C = "cccccccccccccccccccccccccccccccccccccccc";

  @Test
  void aShortLineIsLeftAlone() {
    assertThat(LineBreaker.wrap("    int a = 1;")).containsExactly("    int a = 1;");
  }

  @Test
  void anAssignmentIsBrokenBeforeItsArguments() {
    assertThat(LineBreaker.wrap("  " + A + " = call(" + B + ", \"=(\");" + " ".repeat(20)))
        .first()
        .isEqualTo("  " + A + " =");
  }

  @Test
  void argumentsStandOnePerLineIfTheyDoNotFitOnOne() {
    assertThat(LineBreaker.wrap("  call(" + A + ", f(" + B + ", 1), " + C + ");"))
        .containsExactly(
            "  call(", "      " + A + ",", "      f(" + B + ", 1),", "      " + C + ");");
  }

  @Test
  void argumentsStandOnOneLineIfTheyFit() {
    assertThat(LineBreaker.wrap("  " + A + ".call(" + B + ", \"" + C.substring(9) + "\");"))
        .containsExactly("  " + A + ".call(", "      " + B + ", \"" + C.substring(9) + "\");");
  }

  @Test
  void aChainIsBrokenBeforeItsCalls() {
    assertThat(LineBreaker.wrap("context.first(" + A + ", 1).second(" + B + ", " + C + ");"))
        .containsExactly(
            "context", "    .first(" + A + ", 1)", "    .second(" + B + ", " + C + ");");
  }

  @Test
  void aLambdaIsBrokenAfterItsArrow() {
    assertThat(LineBreaker.wrap("return (context, data) -> " + A + "(" + B + ");" + " ".repeat(9)))
        .first()
        .isEqualTo("return (context, data) ->");
  }

  @Test
  void bracketsInTextsAreNoBrackets() {
    assertThat(LineBreaker.wrap("call(\")),((\\\"" + A + "\", \"" + B + "\", \"" + C + "\");"))
        .hasSize(4);
  }

  @Test
  void commentsAreBrokenBetweenWords() {
    assertThat(LineBreaker.wrap(" * " + A + " " + B + " " + C))
        .containsExactly(" * " + A + " " + B, " * " + C);
  }
}
