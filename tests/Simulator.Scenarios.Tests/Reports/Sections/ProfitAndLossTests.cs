using Simulator.Core.Metrics;
using Simulator.Scenarios.Reports.Data;
using Simulator.Scenarios.Reports.Sections;

namespace Simulator.Scenarios.Tests.Reports.Sections;

public sealed class ProfitAndLossTests
{
    [Theory]
    [InlineData(0, 0, 0, 0, false)]
    [InlineData(0, 20, 0, 0, false)] // a slot alone, as in every world with arrivals
    [InlineData(2, 0, 0, 0, true)]
    [InlineData(0, 0, 3, 0, true)]
    [InlineData(0, 0, 0, -2, true)] // a provider has paid for work that brought nothing yet
    public void It_is_told_where_somebody_pays_for_a_miners_work(
        double compute,
        double entry,
        double other,
        double provider,
        bool isTold
    )
    {
        Table neurons = ResultTables.Neurons();
        object[] slot = [1L, 1L, 0L, 0L, 1UL, "miner", "firm", 0UL, 0L, 0L, 0L, 0L, 0UL, false, true, 0.5];
        Sample.Row(neurons, [.. slot, "firms", 0.0, compute, 0.0, entry, other, provider]);
        string section = ProfitAndLoss.Of(new RunData(Sample.Of(neurons, 1))).ToString();
        Assert.Equal(isTold, section.Contains("Profit and loss", StringComparison.Ordinal));
    }
}
