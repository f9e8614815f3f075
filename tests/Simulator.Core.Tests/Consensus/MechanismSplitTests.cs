using Simulator.Core.Consensus;

namespace Simulator.Core.Tests.Consensus;

/// <summary>Acceptance case 12 (§8.1), under the chain's names.</summary>
public sealed class MechanismSplitTests
{
    [Fact]
    public void Split_emissions_even_division() => Assert.Equal([5UL, 5, 5, 5, 5], MechanismSplit.Of(25, 5));

    [Fact]
    public void Split_emissions_rounding_to_first() => Assert.Equal([4UL, 2, 2, 2], MechanismSplit.Of(10, 4));

    [Fact]
    public void Split_emissions_fibonacci() =>
        Assert.Equal([1UL, 2, 3, 5, 8], MechanismSplit.Of(19, 5, [3450, 6899, 10348, 17247, 27594]));

    [Fact]
    public void Mechanisms_beyond_the_split_get_nothing() =>
        Assert.Equal([51UL, 49, 0], MechanismSplit.Of(100, 3, [32768, 32767]));

    [Fact]
    public void The_largest_emission_does_not_overflow()
    {
        // 2⁶⁴ − 1 is a multiple of 65,535.
        ulong unit = ulong.MaxValue / ushort.MaxValue;
        Assert.Equal([32_768 * unit, 32_767 * unit], MechanismSplit.Of(ulong.MaxValue, 2, [32_768, 32_767]));
    }

    [Fact]
    public void A_subnet_without_mechanisms_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MechanismSplit.Of(1, 0));
}
