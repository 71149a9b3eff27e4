package dev.crystallize.runtime.launch;

import dev.crystallize.runtime.ArtifactLoader;
import dev.crystallize.runtime.ArtifactRef;
import dev.crystallize.runtime.ArtifactWriter;
import dev.crystallize.runtime.ExperimentGraph;
import dev.crystallize.runtime.ExperimentNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;

/** Writes one large artifact and reads it back. */
final class LargeStudy {

  private static final int MEGABYTE = 1 << 20;

  /** What stands for the content: how many megabytes, each filled with its number. */
  private record Large(int megabytes) {}

  private static final ArtifactRef<Large> LARGE =
      ArtifactRef.of(() -> Nodes.WRITE, "large", ArtifactLoader.stream(LargeStudy::read));

  private LargeStudy() {}

  /** The first argument is the size in megabytes. */
  public static void main(String[] args) {
    Nodes.megabytes = Integer.parseInt(args[0]);
    Launcher.main(
        ExperimentGraph.of(Nodes.READ),
        List.of(args).subList(1, args.length).toArray(new String[0]));
  }

  private static void write(Large large, OutputStream out) throws IOException {
    byte[] block = new byte[MEGABYTE];
    for (int i = 0; i < large.megabytes(); i++) {
      Arrays.fill(block, (byte) i);
      out.write(block);
    }
  }

  private static Large read(InputStream in) throws IOException {
    byte[] block = new byte[MEGABYTE];
    int megabytes = 0;
    while (in.readNBytes(block, 0, MEGABYTE) == MEGABYTE) {
      if (block[0] != (byte) megabytes || block[MEGABYTE - 1] != (byte) megabytes) {
        throw new IOException("megabyte " + megabytes + " is another one");
      }
      megabytes++;
    }
    return new Large(megabytes);
  }

  /** Made after the reference to them. */
  private static final class Nodes {
    static volatile int megabytes;
    static final ExperimentNode WRITE = write();
    static final ExperimentNode READ = read();

    private static ExperimentNode write() {
      ExperimentNode.Builder node = ExperimentNode.builder("write");
      node.start()
          .through(
              "write_large",
              step -> {
                var out = step.output(LARGE, "large.bin", ArtifactWriter.stream(LargeStudy::write));
                return (context, none) -> context.output(out).write(new Large(megabytes));
              });
      return node.build();
    }

    private static ExperimentNode read() {
      ExperimentNode.Builder node = ExperimentNode.builder("read");
      var input = node.input("large", LARGE.input());
      node.start()
          .through(
              "read_large",
              step ->
                  (context, none) -> {
                    int found = context.get(input).megabytes();
                    if (found != megabytes) {
                      throw new IllegalStateException("read " + found + " of " + megabytes);
                    }
                    context.metrics().record("megabytes", found);
                  });
      return node.build();
    }
  }
}
