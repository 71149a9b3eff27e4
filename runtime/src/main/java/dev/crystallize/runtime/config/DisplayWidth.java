package dev.crystallize.runtime.config;

/** How many columns of a terminal a character takes. */
final class DisplayWidth {

  private DisplayWidth() {}

  /**
   * Returns 0 for marks that join the character before, 2 for wide characters (East Asian Width W
   * and F of Unicode Annex 11, by block), else 1.
   */
  static int of(int codePoint) {
    if (codePoint < 0x300) {
      return 1;
    }
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(codePoint) ? 2 : 1;
  }

  private static boolean isWide(int codePoint) {
    return between(codePoint, 0x1100, 0x115f)
        || between(codePoint, 0x2e80, 0xa4cf)
        || between(codePoint, 0xac00, 0xd7a3)
        || between(codePoint, 0xf900, 0xfaff)
        || between(codePoint, 0xfe30, 0xfe6f)
        || between(codePoint, 0xff00, 0xff60)
        || between(codePoint, 0xffe0, 0xffe6)
        || between(codePoint, 0x1f300, 0x1f64f)
        || between(codePoint, 0x1f680, 0x1f6ff)
        || between(codePoint, 0x1f900, 0x1faff)
        || between(codePoint, 0x20000, 0x3fffd);
  }

  private static boolean between(int codePoint, int first, int last) {
    return codePoint >= first && codePoint <= last;
  }
}
