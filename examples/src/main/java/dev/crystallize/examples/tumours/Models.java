package dev.crystallize.examples.tumours;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/** Models as files, in Tribuo's protocol buffer format. */
final class Models {

  private Models() {}

  /** Writes a model. Does not close the stream. */
  static void save(Model<Label> model, OutputStream out) throws IOException {
    model.serializeToStream(out);
  }

  /**
   * Reads a model. Does not close the stream.
   *
   * @throws IOException if the stream cannot be read, or holds no classifier of labels
   */
  static Model<Label> load(InputStream in) throws IOException {
    try {
      return Model.deserializeFromStream(in).castModel(Label.class);
    } catch (IllegalStateException | IllegalArgumentException | ClassCastException e) {
      throw new IOException("not a saved classifier: " + e.getMessage(), e);
    }
  }
}
