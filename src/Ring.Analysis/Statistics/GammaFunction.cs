namespace RingPerf.Analysis.Statistics;

/// <summary>The gamma function to about 14 digits, and its incomplete form to about 14 less the digits of its parameter.</summary>
internal static class GammaFunction
{
    private const double Tiny = 1e-300;
    private const double Tolerance = 1e-16;
    private const int MaxTerms = 1_000_000;

    // Lanczos approximation, g = 7, nine terms (Godfrey 2001).
    private static readonly double[] Lanczos =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
        12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>Natural logarithm of Γ(x) for x above 0.</summary>
    internal static double Log(double x)
    {
        if (x < 0.5)
        {
            return Math.Log(Math.PI / Math.Sin(Math.PI * x)) - Log(1 - x);
        }

        double sum = Lanczos[0];
        for (int i = 1; i < Lanczos.Length; i++)
        {
            sum += Lanczos[i] / (x - 1 + i);
        }

        double t = x + 6.5;
        return (0.5 * Math.Log(2 * Math.PI)) + ((x - 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }

    /// <summary>Upper regularised incomplete gamma Q(a, x): the probability that a Gamma(a) variable exceeds x.</summary>
    /// <remarks>Series below a + 1, Lentz's continued fraction above (Numerical Recipes, section 6.2).</remarks>
    internal static double UpperRegularized(double a, double x)
    {
        if (x <= 0)
        {
            return 1;
        }

        double scale = Math.Exp((a * Math.Log(x)) - x - Log(a));
        if (x < a + 1)
        {
            double term = 1 / a;
            double sum = term;
            for (int n = 1; n < MaxTerms && term > sum * Tolerance; n++)
            {
                term *= x / (a + n);
                sum += term;
            }

            return Math.Max(0, 1 - (sum * scale));
        }

        double b = x + 1 - a;
        double c = 1 / Tiny;
        double d = 1 / b;
        double fraction = d;
        for (int n = 1; n < MaxTerms; n++)
        {
            double numerator = -n * (n - a);
            b += 2;
            d = 1 / Nonzero((numerator * d) + b);
            c = Nonzero(b + (numerator / c));
            double change = c * d;
            fraction *= change;
            if (Math.Abs(change - 1) < Tolerance * 10)
            {
                break;
            }
        }

        return fraction * scale;
    }

    private static double Nonzero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
