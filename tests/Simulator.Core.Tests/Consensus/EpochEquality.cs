using Simulator.Core.Consensus;

namespace Simulator.Core.Tests.Consensus;

/// <summary>Holds one output of an epoch to another, every stored entry included.</summary>
internal static class EpochEquality
{
    public static void Holds(EpochOutput expected, EpochOutput found)
    {
        Assert.Equal(expected.Active, found.Active);
        Assert.Equal(expected.Emission, found.Emission);
        Assert.Equal(expected.ServerEmission, found.ServerEmission);
        Assert.Equal(expected.ValidatorEmission, found.ValidatorEmission);
        Assert.Equal(expected.Incentive, found.Incentive);
        Assert.Equal(expected.Consensus, found.Consensus);
        Assert.Equal(expected.Dividends, found.Dividends);
        Assert.Equal(expected.ValidatorTrust, found.ValidatorTrust);
        Assert.Equal(expected.StakeWeight, found.StakeWeight);
        Assert.Equal(expected.ValidatorPermit, found.ValidatorPermit);
        Assert.Equal(expected.Bonds.Height, found.Bonds.Height);
        for (int row = 0; row < expected.Bonds.Height; row++)
        {
            Assert.Equal(expected.Bonds.Contains(row), found.Bonds.Contains(row));
            Assert.Equal(expected.Bonds[row], found.Bonds[row]);
        }
    }
}
