package dev.crystallize.examples.tumours;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Tables as Tribuo wants them. */
final class Datasets {

  /** Stands where Tribuo would put the present time, so that equal data have equal provenance. */
  static final OffsetDateTime NO_TIME = OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private static final LabelFactory LABELS = new LabelFactory();

  private Datasets() {}

  /**
   * The rows as labelled examples, in the order of the table. Features are named {@code f00},
   * {@code f01} and so on: Tribuo sorts them by name, so this keeps their order.
   */
  static MutableDataset<Label> of(Table table) {
    String[] names =
        IntStream.range(0, table.width())
            .mapToObj(i -> String.format(Locale.ROOT, "f%02d", i))
            .toArray(String[]::new);
    List<Example<Label>> examples =
        table.rows().stream().map(row -> example(table, row, names)).toList();
    return new MutableDataset<>(
        examples, new SimpleDataSourceProvenance("table", NO_TIME, LABELS), LABELS);
  }

  private static Example<Label> example(Table table, Table.Row row, String[] names) {
    double[] values = row.features().stream().mapToDouble(Double::doubleValue).toArray();
    return new ArrayExample<>(new Label(table.classes().get(row.label())), names, values);
  }
}
