package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitCommitTest {

  private static final String HASH = "0123456789abcdef0123456789abcdef01234567";

  @TempDir private Path folder;

  @Test
  void aBranchIsFollowedFromAnyFolderBelow() throws IOException {
    write(".git/HEAD", "ref: refs/heads/feature/#12\n");
    write(".git/refs/heads/feature/#12", HASH + "\n");
    Path below = Files.createDirectories(folder.resolve("module/src"));

    assertThat(GitCommit.of(below)).contains(HASH);
  }

  @Test
  void aDetachedHeadIsTheCommit() throws IOException {
    write(".git/HEAD", HASH + "\n");

    assertThat(GitCommit.of(folder)).contains(HASH);
  }

  @Test
  void aPackedBranchIsFound() throws IOException {
    write(".git/HEAD", "ref: refs/heads/main\n");
    write(
        ".git/packed-refs",
        "# pack-refs with: peeled fully-peeled sorted\n"
            + "f".repeat(40)
            + " refs/heads/main-old\n"
            + HASH
            + " refs/heads/main\n");

    assertThat(GitCommit.of(folder)).contains(HASH);
  }

  @Test
  void aLinkedWorktreeSharesItsBranches() throws IOException {
    write("main/.git/worktrees/side/HEAD", "ref: refs/heads/side\n");
    write("main/.git/worktrees/side/commondir", "../..\n");
    write("main/.git/refs/heads/side", HASH + "\n");
    write("side/.git", "gitdir: " + folder.resolve("main/.git/worktrees/side") + "\n");

    assertThat(GitCommit.of(folder.resolve("side"))).contains(HASH);
  }

  @Test
  void aRepositoryWithoutCommitsHasNone() throws IOException {
    write(".git/HEAD", "ref: refs/heads/main\n");

    assertThat(GitCommit.of(folder)).isEmpty();
  }

  @Test
  void aReferenceNeverLeadsOutOfTheRepository() throws IOException {
    write("elsewhere", HASH + "\n");
    write(".git/HEAD", "ref: refs/../../elsewhere\n");

    assertThat(GitCommit.of(folder)).isEmpty();
  }

  @Test
  void referencesInACircleEnd() throws IOException {
    write(".git/HEAD", "ref: refs/heads/a\n");
    write(".git/refs/heads/a", "ref: refs/heads/a\n");

    assertThat(GitCommit.of(folder)).isEmpty();
  }

  @Test
  void brokenFilesAreNoError() throws IOException {
    write(".git", "gitdir: \0\n");

    assertThat(GitCommit.of(folder)).isEmpty();
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
