package dev.crystallize.examples.tumours;

/**
 * A table split in two.
 *
 * @param train what a model learns from
 * @param test what it is judged by
 */
public record Parts(Table train, Table test) {

  /**
   * Both parts on the scale of the training part, which then has mean 0 and standard deviation 1 in
   * every feature. The test part has no say in the scale, so nothing leaks from it.
   *
   * @throws IllegalArgumentException if the training part has no rows
   */
  public Parts standardised() {
    Scale scale = Scale.of(train);
    return new Parts(scale.apply(train), scale.apply(test));
  }
}
