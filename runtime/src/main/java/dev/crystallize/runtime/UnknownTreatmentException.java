package dev.crystallize.runtime;

/** A run was asked for a treatment that no experiment of its graph defines. */
public final class UnknownTreatmentException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  UnknownTreatmentException(String message) {
    super(message);
  }
}
