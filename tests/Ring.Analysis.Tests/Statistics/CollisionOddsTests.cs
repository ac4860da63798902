using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Tests.Statistics;

/// <summary>Reference values: ratios of factorials by mpmath 1.2.1's loggamma at 60 digits.</summary>
public sealed class CollisionOddsTests
{
    // 1 − C! / (C − n)! / C^n for C = 2^32
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 0)]
    [InlineData(2, 2.3283064365386963e-10, 2.3283064365386963e-10)]
    [InlineData(3, 6.9849193085318867e-10, 6.9849193096160889e-10)]
    [InlineData(100, 1.152511030845251e-6, 1.1525116860866547e-6)]
    [InlineData(1000, 0.0001162921530698607, 0.00011629890650510788)]
    [InlineData(5000, 0.0029055727271836193, 0.0029098009690642357)]
    [InlineData(10000, 0.011572889986216788, 0.011640368029475212)]
    [InlineData(30000, 0.099468866252525472, 0.10477029718458652)]
    [InlineData(100000, 0.68781228196369743, 1.1641415767371655)]
    [InlineData(200000, 0.99050188452682629, 4.6565895900130272)]
    [InlineData(2147483591, 1, 536870883.25000036)]
    public void OfLabels_Values_AreThoseOfMpmath(long labels, double probability, double expected)
    {
        CollisionOdds odds = CollisionOdds.OfLabels(labels);

        Assert.Equal(probability, odds.Probability, 1e-12 * probability);
        Assert.Equal(expected, odds.Expected, 1e-12 * expected);
        Assert.False(double.IsNegative(odds.Probability));
    }

    // 1 − Π (C − iR choose R) / (C choose R) over nodes i = 1, 2, …
    [Theory]
    [InlineData(1, 100, 0, 0)]
    [InlineData(2, 1, 2.3283064365386963e-10, 2.3283064365386963e-10)]
    [InlineData(2, 100, 2.3283037799743027e-6, 2.3283064365386963e-6)]
    [InlineData(10, 100, 0.00010476830999396716, 0.00010477378964424133)]
    [InlineData(50, 100, 0.0028481129222001947, 0.002852175384759903)]
    [InlineData(100, 100, 0.011458966041015662, 0.011525116860866547)]
    [InlineData(300, 100, 0.099157450620101026, 0.10442454367876053)]
    [InlineData(1000, 100, 0.68745227455110208, 1.1629890650510788)]
    public void BetweenNodes_Values_AreThoseOfMpmath(int nodes, int replicas, double probability, double expected)
    {
        CollisionOdds odds = CollisionOdds.BetweenNodes(Enumerable.Repeat(replicas, nodes));

        Assert.Equal(probability, odds.Probability, 1e-12 * probability);
        Assert.Equal(expected, odds.Expected, 1e-12 * expected);
        Assert.False(double.IsNegative(odds.Probability));
    }
}
