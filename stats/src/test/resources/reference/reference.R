# Computes the reference values of the statistics module's tests, with R's own functions where R has
# one and else by the defining formula, written down without regard to speed.
#
#   Rscript reference.R > reference.tsv
#
# Lines: "data <name> <values>" and "value <case> <quantity> <number>", separated by tabs; 17 digits,
# so that every double is read back as it was. Made with R 4.2.2.

show <- function(x) {
  x <- as.double(x)
  ifelse(is.na(x), "NaN",
    ifelse(is.infinite(x), ifelse(x > 0, "Infinity", "-Infinity"), sprintf("%.17g", x)))
}
line <- function(...) cat(paste(..., sep = "\t"), "\n", sep = "")
data <- function(name, x) line("data", name, paste(show(x), collapse = ","))
value <- function(case, quantity, x) line("value", case, quantity, show(x))

# --- samples: baseline and treatment; paired where they have the same size -------------------------
samples <- list(
  ordinary = list(
    baseline = c(0.912, 0.947, 0.931, 0.902, 0.955, 0.938, 0.921, 0.944, 0.917, 0.929),
    treatment = c(0.924, 0.951, 0.957, 0.899, 0.972, 0.945, 0.940, 0.958, 0.912, 0.951)),
  tied = list(
    baseline = c(3, 5, 5, 7, 2, 9, 4, 4, 6, 8, 5, 3),
    treatment = c(4, 5, 7, 7, 3, 8, 6, 4, 9, 9, 6, 5)),
  large = list(
    baseline = 10 + sin(1:60 * 1.7) + 0.3 * cos(1:60 * 0.37),
    treatment = 10.25 + sin(1:60 * 1.7 + 0.4) + 0.5 * cos(1:60 * 0.71)),
  sizes = list(
    baseline = c(12.1, 15.3, 9.8, 11.4, 13.9, 10.7, 12.8),
    treatment = c(18.2, 9.1, 22.4, 14.6, 25.3, 11.9, 17.7, 30.1, 13.2, 16.5, 20.8, 8.4)),
  offset = list(
    baseline = 1e6 + c(0.11, 0.52, 0.33, 0.94, 0.45, 0.26, 0.77, 0.18),
    treatment = 1e6 + c(0.63, 0.71, 0.85, 1.22, 0.98, 0.31, 1.07, 0.49)),
  two = list(baseline = c(1.5, 2.25), treatment = c(2.75, 2.5)),
  skewed = list(
    baseline = c(0.1, 0.4, 0.2, 3.1, 0.7, 0.5, 1.9, 0.3, 0.6, 12.5, 0.8, 0.15),
    treatment = c(0.9, 0.2, 1.1, 9.7, 2.2, 0.45, 6.3, 0.35, 2.6, 44.1, 1.4, 0.05)))

alternatives <- c(two_sided = "two.sided", less = "less", greater = "greater")

# --- formulas that R has no function for -----------------------------------------------------------
hedges_j <- function(m) gamma(m / 2) / (sqrt(m / 2) * gamma((m - 1) / 2))
hedges_g <- function(x, y) {
  df <- length(x) + length(y) - 2
  s <- sqrt(((length(x) - 1) * var(x) + (length(y) - 1) * var(y)) / df)
  (mean(y) - mean(x)) / s * hedges_j(df)
}
walsh <- function(d) {
  a <- outer(d, d, "+")
  sort(a[!lower.tri(a)]) / 2
}
# Hollander and Wolfe's large-sample rank of the order statistic that ends the interval.
large_rank <- function(count, sd, tail) floor(count / 2 - qnorm(1 - tail) * sd + 0.5)
ends <- function(sorted, rank, alternative) {
  if (rank < 1) return(c(-Inf, Inf))
  c(if (alternative == "less") -Inf else sorted[rank],
    if (alternative == "greater") Inf else sorted[length(sorted) + 1 - rank])
}
ties <- function(x) length(unique(x)) < length(x)

for (name in names(samples)) {
  x <- samples[[name]]$baseline
  y <- samples[[name]]$treatment
  data(paste0(name, ".baseline"), x)
  data(paste0(name, ".treatment"), y)
  for (a in names(alternatives)) {
    r_name <- alternatives[[a]]
    case <- function(test) paste(test, name, a, sep = ".")

    w <- t.test(y, x, alternative = r_name)
    value(case("welch"), "difference", mean(y) - mean(x))
    value(case("welch"), "statistic", w$statistic)
    value(case("welch"), "degrees_of_freedom", w$parameter)
    value(case("welch"), "p_value", w$p.value)
    value(case("welch"), "ci_low", w$conf.int[1])
    value(case("welch"), "ci_high", w$conf.int[2])
    value(case("welch"), "effect_size", hedges_g(x, y))

    m <- suppressWarnings(wilcox.test(y, x, alternative = r_name, conf.int = TRUE))
    exact <- length(x) < 50 && length(y) < 50 && !ties(c(x, y))
    all <- sort(as.vector(outer(y, x, "-")))
    tail <- if (a == "two_sided") 0.025 else 0.05
    value(case("mann_whitney"), "statistic", m$statistic)
    value(case("mann_whitney"), "p_value", m$p.value)
    value(case("mann_whitney"), "effect_size", (sum(outer(y, x, ">")) - sum(outer(y, x, "<"))) / length(all))
    value(case("mann_whitney"), "difference", median(all))
    if (exact && qwilcox(tail, length(x), length(y)) > 0) {
      value(case("mann_whitney"), "ci_low", m$conf.int[1])
      value(case("mann_whitney"), "ci_high", m$conf.int[2])
    } else {
      # R searches the end numerically to 1e-4, and where the level cannot be reached it warns.
      rank <- if (exact) 0 else
        large_rank(length(all), sqrt(length(all) * (length(x) + length(y) + 1) / 12), tail)
      e <- ends(all, rank, a)
      value(case("mann_whitney"), "ci_low", e[1])
      value(case("mann_whitney"), "ci_high", e[2])
    }

    if (length(x) == length(y)) {
      d <- y - x
      p <- t.test(d, alternative = r_name)
      value(case("paired"), "difference", mean(d))
      value(case("paired"), "statistic", p$statistic)
      value(case("paired"), "degrees_of_freedom", p$parameter)
      value(case("paired"), "p_value", p$p.value)
      value(case("paired"), "ci_low", p$conf.int[1])
      value(case("paired"), "ci_high", p$conf.int[2])
      value(case("paired"), "effect_size", mean(d) / sd(d))

      s <- suppressWarnings(wilcox.test(d, alternative = r_name, conf.int = TRUE))
      r <- rank(abs(d[d != 0]))
      signs <- sign(d[d != 0])
      exact <- length(d) < 50 && all(d != 0) && !ties(abs(d))
      averages <- walsh(d)
      n <- length(d)
      value(case("wilcoxon"), "statistic", s$statistic)
      value(case("wilcoxon"), "p_value", s$p.value)
      value(case("wilcoxon"), "effect_size", sum(signs * r) / sum(r))
      value(case("wilcoxon"), "difference", median(averages))
      if (exact && qsignrank(tail, n) > 0) {
        value(case("wilcoxon"), "ci_low", s$conf.int[1])
        value(case("wilcoxon"), "ci_high", s$conf.int[2])
      } else {
        rank <- if (exact) 0 else
          large_rank(length(averages), sqrt(length(averages) * (2 * n + 1) / 12), tail)
        e <- ends(averages, rank, a)
        value(case("wilcoxon"), "ci_low", e[1])
        value(case("wilcoxon"), "ci_high", e[2])
      }
    }
  }
}

# --- randomisation: the exact p-values, over all sign patterns and all regroupings -----------------
compare <- function(s, observed, a) {
  e <- 1e-12
  switch(a, two_sided = mean(abs(s) >= abs(observed) - e), less = mean(s <= observed + e),
    greater = mean(s >= observed - e))
}
for (a in names(alternatives)) {
  d <- samples$ordinary$treatment - samples$ordinary$baseline
  patterns <- as.matrix(expand.grid(rep(list(c(-1, 1)), length(d))))
  value(paste("sign_flips.ordinary", a, sep = "."), "p_value", compare(patterns %*% d / length(d), mean(d), a))
  x <- samples$sizes$baseline
  y <- samples$sizes$treatment
  pooled <- c(x, y)
  regrouped <- combn(length(pooled), length(y), function(i) mean(pooled[i]) - mean(pooled[-i]))
  value(paste("shuffles.sizes", a, sep = "."), "p_value", compare(regrouped, mean(y) - mean(x), a))
}

# --- bootstrap: intervals from given resampled statistics ------------------------------------------
jackknife <- function(x, f) sapply(seq_along(x), function(i) f(x[-i]))
bca <- function(observed, resampled, a, levels) {
  z0 <- qnorm((sum(resampled < observed) + sum(resampled == observed) / 2) / length(resampled))
  z <- z0 + qnorm(levels)
  quantile(resampled, pnorm(z0 + z / (1 - a * z)), type = 6, names = FALSE)
}
resampled <- exp(sin(1:199 * 2.3)) + 0.2 * cos(1:199 * 0.9)
data("resampled", resampled)
x <- samples$skewed$baseline
y <- samples$skewed$treatment
u <- (length(y) - 1) * (mean(jackknife(y, mean)) - jackknife(y, mean))
value("bootstrap.one", "acceleration", sum(u^3) / (6 * sum(u^2)^1.5))
v <- -(length(x) - 1) * (mean(jackknife(x, mean)) - jackknife(x, mean))
value("bootstrap.two", "acceleration",
  (sum(u^3) / length(u)^3 + sum(v^3) / length(v)^3) / (6 * (sum(u^2) / length(u)^2 + sum(v^2) / length(v)^2)^1.5))
for (level in c(0.8, 0.95, 0.999)) {
  levels <- c((1 - level) / 2, 1 - (1 - level) / 2)
  e <- bca(1.3, resampled, 0.05, levels)
  value(paste0("bca.", level), "ci_low", e[1])
  value(paste0("bca.", level), "ci_high", e[2])
  e <- quantile(resampled, levels, type = 6, names = FALSE)
  value(paste0("percentile.", level), "ci_low", e[1])
  value(paste0("percentile.", level), "ci_high", e[2])
}

# --- corrections: a missing value counts in the family ---------------------------------------------
families <- list(
  plain = c(0.01, 0.04, 0.03, 0.005, 0.2),
  tied = c(0.02, 0.02, 0.5, 0.9, 1, 0, 0.02),
  missing = c(0.01, NA, 0.03, 0.005, NA, 0.04),
  one = 0.03)
for (name in names(families)) {
  p <- families[[name]]
  data(paste0("family.", name), p)
  data(paste0("holm.", name), p.adjust(p, "holm", n = length(p)))
  data(paste0("benjamini_hochberg.", name), p.adjust(p, "BH", n = length(p)))
}

# --- power ------------------------------------------------------------------------------------------
for (df in c(1, 4, 29, 250)) for (ncp in c(-2.5, 0, 0.7, 3, 12)) for (t in c(-4, -0.5, 0, 1.3, 2.05, 9)) {
  value(paste("noncentral_t", df, ncp, t, sep = "/"), "cdf", pt(t, df, ncp))
}
for (n in c(2, 5, 12, 30, 200)) for (d in c(0.1, 0.5, 1.2)) for (alpha in c(0.01, 0.05)) {
  key <- paste(n, d, alpha, sep = "/")
  value(paste0("paired_power/", key), "two_sided",
    power.t.test(n, d, 1, alpha, type = "paired", strict = TRUE)$power)
  value(paste0("paired_power/", key), "greater",
    power.t.test(n, d, 1, alpha, type = "paired", alternative = "one.sided")$power)
  value(paste0("two_sample_power/", key), "two_sided",
    power.t.test(n, d, 1, alpha, strict = TRUE)$power)
}
for (d in c(0.2, 0.5, 0.8, 2)) {
  value(paste0("required/", d), "pairs",
    ceiling(power.t.test(delta = d, sd = 1, power = 0.8, type = "paired", strict = TRUE)$n))
  value(paste0("required/", d), "per_sample",
    ceiling(power.t.test(delta = d, sd = 1, power = 0.8, strict = TRUE)$n))
}
