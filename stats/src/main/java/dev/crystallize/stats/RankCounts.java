package dev.crystallize.stats;

/**
 * The distributions of rank statistics if there is no effect and no tie, as the number of equally
 * likely outcomes for each value of the statistic.
 */
final class RankCounts {

  private RankCounts() {}

  /**
   * For the sum of the ranks with a positive sign: the subsets of 1 to n by their sum.
   *
   * @param n the number of pairs
   * @return at index s the number of subsets with sum s
   */
  static double[] signedRank(int n) {
    int most = n * (n + 1) / 2;
    double[] counts = new double[most + 1];
    counts[0] = 1;
    for (int rank = 1; rank <= n; rank++) {
      for (int sum = most; sum >= rank; sum--) {
        counts[sum] += counts[sum - rank];
      }
    }
    return counts;
  }

  /**
   * For the number of pairs in which one sample's value is the larger, by the recurrence of Mann
   * and Whitney (On a test of whether one of two random variables is stochastically larger than the
   * other, Annals of Mathematical Statistics 18, 1947, 50-60): the largest value belongs to either
   * sample.
   *
   * @param m the size of one sample
   * @param n the size of the other
   * @return at index u the number of orders with u such pairs
   */
  static double[] rankSum(int m, int n) {
    double[][] counts = new double[m + 1][m * n + 1];
    for (double[] first : counts) {
      first[0] = 1;
    }
    for (int size = 1; size <= n; size++) {
      for (int other = 1; other <= m; other++) {
        for (int u = size; u <= other * size; u++) {
          counts[other][u] += counts[other - 1][u - size];
        }
      }
    }
    return counts[m];
  }

  /**
   * The largest k for which values below k have less than the given probability.
   *
   * @return 0 if even the smallest value has more
   */
  static int quantile(double[] counts, double probability) {
    double total = 0;
    for (double count : counts) {
      total += count;
    }
    double below = 0;
    int k = 0;
    while (below + counts[k] < probability * total) {
      below += counts[k];
      k++;
    }
    return k;
  }
}
