using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Tests.Statistics;

/// <summary>Reference values: mpmath 1.2.1 at 40 digits.</summary>
public sealed class GammaFunctionTests
{
    // loggamma(x)
    [Theory]
    [InlineData(0.001, 6.9071788853838536825)]
    [InlineData(0.25, 1.2880225246980774574)]
    [InlineData(0.5, 0.57236494292470008707)]
    [InlineData(1, 0)]
    [InlineData(1.5, -0.12078223763524522235)]
    [InlineData(2, 0)]
    [InlineData(3.7, 1.4280723266653879219)]
    [InlineData(10, 12.801827480081469611)]
    [InlineData(100.5, 361.43554046777762156)]
    [InlineData(1e4, 82099.717496442377273)]
    [InlineData(1e6, 12815504.56914761166)]
    [InlineData(1e8, 1742068066.1038347093)]
    public void Log_Values_AreThoseOfMpmath(double x, double expected) =>
        Assert.Equal(expected, GammaFunction.Log(x), 1e-14 * Math.Max(1, Math.Abs(expected)));

    // gammainc(df / 2, x / 2, inf, regularized=True)
    [Theory]
    [InlineData(1, 3.841458820694124, 0.050000000000000058)]
    [InlineData(1, 1e-8, 0.99992021154405269)]
    [InlineData(1, 100, 1.5239706048321052e-23)]
    [InlineData(2, 1400, 9.8596765437597709e-305)]
    [InlineData(3, 2.5, 0.47529108334302059)]
    [InlineData(9, 11.8, 0.22482064155775428)]
    [InlineData(9, 0.5, 0.99996956625883892)]
    [InlineData(9, 9, 0.43727418891386706)]
    [InlineData(15, 5, 0.99212641134451901)]
    [InlineData(99, 99, 0.4810969124082639)]
    [InlineData(299, 297.5, 0.51362706328587907)]
    [InlineData(299, 420, 4.6988209097961619e-6)]
    [InlineData(999, 1100, 0.013818467525532355)]
    [InlineData(999, 900, 0.98862118708341889)]
    [InlineData(9999, 10500, 0.00024153011422255335)]
    [InlineData(9999, 9500, 0.99983105643440305)]
    [InlineData(99999, 99000, 0.98744913418203513)]
    [InlineData(99999, 101500, 0.00041709145198616157)]
    [InlineData(999999, 1000000, 0.4995298419881127)]
    public void UpperRegularized_ChiSquareTails_AreThoseOfMpmath(int degrees, double statistic, double expected) =>
        Assert.Equal(1, GammaFunction.UpperRegularized(degrees / 2.0, statistic / 2) / expected, 1e-13 * Math.Max(20, degrees));

    [Theory]
    [InlineData(4.5, 0)]
    [InlineData(4.5, -1)]
    public void UpperRegularized_NothingToExceed_IsOne(double a, double x) => Assert.Equal(1, GammaFunction.UpperRegularized(a, x));
}
