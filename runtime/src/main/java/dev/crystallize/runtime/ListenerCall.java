package dev.crystallize.runtime;

/** A call of a listener, which can observe everything and break nothing. */
final class ListenerCall {

  private static final System.Logger LOGGER = System.getLogger("dev.crystallize.listener");

  private ListenerCall() {}

  /** Calls; what the listener throws is logged. */
  static void guard(Runnable call) {
    try {
      call.run();
    } catch (Throwable e) {
      // Other languages of the JVM throw checked exceptions from anywhere.
      LOGGER.log(System.Logger.Level.WARNING, "a run listener failed", e);
    }
  }
}
