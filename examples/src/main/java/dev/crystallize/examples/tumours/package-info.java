/**
 * A study in three experiments: how learning rate and batch size change a logistic regression that
 * tells malignant from benign tumours. One experiment splits the data, one trains, one evaluates.
 */
@NullMarked
package dev.crystallize.examples.tumours;

import org.jspecify.annotations.NullMarked;
