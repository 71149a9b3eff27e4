package dev.crystallize.processor.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** With {@code -Dcrystallize.golden=update} the class on the page is written anew. */
class GeneratedCodePageTest {

  private static final Path PAGE = Path.of("..", "docs", "generated-code.md");
  private static final Path SHOWN =
      Path.of("src", "test", "resources", "golden", "chain", "ProducerGraph.java");
  private static final String START = "\n```java\n";
  private static final String END = "```\n";

  @Test
  void thePageShowsAClassAsItIsGenerated() throws IOException {
    String page = Files.readString(PAGE);
    int start = page.indexOf(START) + START.length();
    String expected = page.substring(0, start) + Files.readString(SHOWN) + END;
    if ("update".equals(System.getProperty("crystallize.golden"))) {
      Files.writeString(PAGE, expected);
      page = expected;
    }

    assertThat(page).isEqualTo(expected);
  }
}
