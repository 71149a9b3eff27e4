package dev.crystallize.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class StoreExceptionTest {

  @Test
  void whatTheSystemSaysIsToldInItsWords() {
    assertThat(of(new IOException("No space left on device")))
        .isEqualTo("cannot finish 'a': No space left on device");
    assertThat(of(new FileSystemException("data/a", null, "Read-only file system")))
        .isEqualTo("cannot finish 'a': data/a: Read-only file system");
  }

  @Test
  void aFileThatIsGoneIsToldWithoutAClass() {
    assertThat(of(new FileNotFoundException("there is no file 'a.csv'")))
        .isEqualTo("cannot finish 'a': there is no file 'a.csv'");
  }

  @Test
  void whatOnlyItsClassTellsIsToldInWords() {
    assertThat(of(new AccessDeniedException("data/a")))
        .isEqualTo("cannot finish 'a': data/a: access denied");
    assertThat(of(new FileAlreadyExistsException("data/a")))
        .isEqualTo("cannot finish 'a': data/a: something of that name is there already");
    assertThat(of(new NoSuchFileException("data/a")))
        .isEqualTo("cannot finish 'a': data/a: no such file or folder");
  }

  @Test
  void anythingElseIsToldWithItsClass() {
    assertThat(of(new EOFException("at byte 3")))
        .isEqualTo("cannot finish 'a': java.io.EOFException: at byte 3");
    assertThat(of(new IOException())).isEqualTo("cannot finish 'a': java.io.IOException");
  }

  private static String of(IOException cause) {
    return String.valueOf(new StoreException("cannot finish 'a'", cause).getMessage());
  }
}
