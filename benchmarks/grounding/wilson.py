"""Wilson's interval for a share."""

from math import sqrt

# The 97.5th percentile of the normal distribution: a two-sided 95 % interval.
Z = 1.959963984540054


def interval(hits: int, n: int) -> tuple[float, float]:
    """The 95 % interval of a share, ``hits`` of ``n``, without continuity correction.

    Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
    JASA 22 (1927) 209-212.
    """
    if n == 0:
        return 0.0, 1.0
    share = hits / n
    weight = 1 / (1 + Z * Z / n)
    centre = weight * (share + Z * Z / (2 * n))
    reach = weight * Z * sqrt(share * (1 - share) / n + Z * Z / (4 * n * n))
    return max(0.0, centre - reach), min(1.0, centre + reach)
