namespace RingPerf.Analysis.Statistics;

/// <summary>The Beta law, which the share of a node follows: Beta(R, nR − R) on n nodes with R uniform points each.</summary>
internal static class BetaDistribution
{
    private const double Tiny = 1e-300;
    private const double Tolerance = 1e-15;
    private const int MaxTerms = 100_000;
    private const int Bisections = 200;

    /// <summary>The value below which a Beta(a, b) variable lies with the given probability.</summary>
    internal static double Quantile(double probability, double a, double b)
    {
        double low = 0;
        double high = 1;
        for (int i = 0; i < Bisections && high - low > Tolerance * high; i++)
        {
            double middle = (low + high) / 2;
            if (Cumulative(middle, a, b) < probability)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return (low + high) / 2;
    }

    /// <summary>The regularised incomplete beta function I_x(a, b).</summary>
    /// <remarks>Lentz's continued fraction (Numerical Recipes, section 6.4).</remarks>
    internal static double Cumulative(double x, double a, double b)
    {
        if (x <= 0 || x >= 1)
        {
            return x <= 0 ? 0 : 1;
        }

        double scale = Math.Exp(
            GammaFunction.Log(a + b) - GammaFunction.Log(a) - GammaFunction.Log(b) + (a * Math.Log(x)) + (b * Math.Log(1 - x)));
        return x < (a + 1) / (a + b + 2) ? scale * Fraction(x, a, b) / a : 1 - (scale * Fraction(1 - x, b, a) / b);
    }

    private static double Fraction(double x, double a, double b)
    {
        double c = 1;
        double d = 1 / Nonzero(1 - ((a + b) * x / (a + 1)));
        double fraction = d;
        for (int m = 1; m < MaxTerms; m++)
        {
            double even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / Nonzero(1 + (even * d));
            c = Nonzero(1 + (even / c));
            fraction *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / Nonzero(1 + (odd * d));
            c = Nonzero(1 + (odd / c));
            fraction *= d * c;
            if (Math.Abs((d * c) - 1) < Tolerance)
            {
                break;
            }
        }

        return fraction;
    }

    private static double Nonzero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
