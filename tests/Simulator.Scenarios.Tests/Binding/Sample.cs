using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Simulator.Core.Units;
using Simulator.Scenarios.Binding;

namespace Simulator.Scenarios.Tests.Binding;

/// <summary>A section with one key of each kind.</summary>
[Description("A section with one key of each kind.")]
public sealed record Sample
{
    [Description("A name."), Name]
    public required string Name { get; init; }

    [Description("A count."), Range(1, 100)]
    public int Count { get; init; } = 1;

    [Description("Money.")]
    public Tao Balance { get; init; } = Tao.Of(1);

    [Description("Stake.")]
    public Alpha? Stake { get; init; }

    [Description("A length.")]
    public BlockSpan Interval { get; init; } = new(60);

    [Description("A wait."), Unit("ms"), Range(0, 10_000)]
    public long Deadline { get; init; } = 4_000;

    [Description("A price."), Unit("USD")]
    public decimal Price { get; init; } = 400;

    [Description("A share.")]
    public PerU16 Kappa { get; init; } = new(32_767);

    [Description("A flag.")]
    public bool Flag { get; init; }

    [Description("A rate."), Range(0.0, 1.0)]
    public double Rate { get; init; } = 0.5;

    [Description("A choice.")]
    public DayOfWeek Day { get; init; }

    [Description("Numbers."), Range(0, 9)]
    public ImmutableArray<int> Numbers { get; init; } = [];

    [Description("A section in it.")]
    public Inner? Inner { get; init; }

    /// <summary>Not a key: it has no description.</summary>
    public int Hidden { get; init; }
}
