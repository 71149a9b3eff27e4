/** Plans and runs graphs of experiments. */
module dev.crystallize.runtime {
  requires org.apache.commons.cli;
  requires org.objectweb.asm;
  requires static org.jspecify;
  requires transitive dev.crystallize.annotations;

  exports dev.crystallize.runtime;
  exports dev.crystallize.runtime.codec;
  exports dev.crystallize.runtime.launch;

  uses dev.crystallize.runtime.CodeProvider;
  uses dev.crystallize.runtime.ExperimentNodeProvider;
}
