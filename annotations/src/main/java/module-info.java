/** The annotations with which experiments are written. */
module dev.crystallize.annotations {
  requires static org.jspecify;

  exports dev.crystallize.annotations;
}
