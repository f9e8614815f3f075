namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>One of the Yuma variants of the public package and of its fork in the web application, in double.</summary>
/// <remarks>Source: variants §1: yuma-simulation 2b976fd (package) and interactive yuma simulator 6d7726e (web).</remarks>
public sealed class PaperRule
{
    private PaperRule(string id, string name, Func<PaperParameters, IPaperBonds> bonds)
    {
        Id = $"paper/{id}";
        Name = name;
        Bonds = bonds;
    }

    /// <summary>Bonds without memory, but for liquid alpha; the same in package and web.</summary>
    public static PaperRule Yuma1 { get; } =
        new(
            "yuma1",
            "Yuma 1 (legacy yuma)",
            p => new AveragedBonds(p with { BondMovingAverage = 0 }, new() { NormalisesAfter = true })
        );

    /// <summary>A moving average of bonds, as the package has it.</summary>
    public static PaperRule Yuma2Package { get; } =
        new("yuma2_pkg", "Yuma 2 (subtensor), package", p => new AveragedBonds(p, new() { Epsilon = 0 }));

    /// <summary>A moving average of bonds that is normalised before and after, as the web application has it.</summary>
    public static PaperRule Yuma2Web { get; } =
        new(
            "yuma2_web",
            "Yuma 2 (subtensor), web",
            p => new AveragedBonds(p, new() { NormalisesBefore = true, NormalisesAfter = true })
        );

    /// <summary>The package's Yuma 2 with a guard in the denominator.</summary>
    public static PaperRule Yuma2A { get; } =
        new("yuma2a_web", "Yuma 2A (paper)", p => new AveragedBonds(p, new()));

    /// <summary>Weights of the epoch before, clipped with this epoch's consensus.</summary>
    public static PaperRule Yuma2B { get; } =
        new("yuma2b", "Yuma 2B (Adrian-Fish)", p => new AveragedBonds(p, new() { Epsilon = 0 }))
        {
            ClipsPreviousWeights = true,
        };

    /// <summary>Bonds that are bought from a capacity given by stake.</summary>
    public static PaperRule Yuma2C { get; } =
        new("yuma2c", "Yuma 2C (Rhef+reset)", p => new CapacityBonds(p)) { HasResets = true };

    /// <summary>Relative bonds, bought with the weights, as the package has them.</summary>
    public static PaperRule Yuma3Package { get; } =
        new("yuma3_pkg", "Yuma 3 (Rhef+relative bonds), package", p => new RelativeBonds(p, penalised: false))
        {
            HasResets = true,
        };

    /// <summary>Relative bonds, bought with the weights after the penalty, as the web application has them.</summary>
    public static PaperRule Yuma3Web { get; } =
        new("yuma3_web", "Yuma 3 (Rhef+relative bonds), web", p => new RelativeBonds(p, penalised: true))
        {
            HasResets = true,
        };

    /// <summary>The package's Yuma 3 under its second name, which does not by itself make the rates liquid.</summary>
    public static PaperRule Yuma3LiquidPackage { get; } =
        new(
            "yuma3_liquid_pkg",
            "Yuma 3 (Rhef+relative bonds) - liquid alpha on, package",
            p => new RelativeBonds(p, penalised: false)
        )
        {
            HasResets = true,
        };

    /// <summary>The web application's Yuma 3 under its second name, which does not by itself make the rates liquid.</summary>
    public static PaperRule Yuma3LiquidWeb { get; } =
        new(
            "yuma3_liquid_web",
            "Yuma 3 (Rhef+relative bonds) - liquid alpha on, web",
            p => new RelativeBonds(p, penalised: true)
        )
        {
            HasResets = true,
        };

    /// <summary>Every paper rule, in the order of their publication.</summary>
    public static IReadOnlyList<PaperRule> All { get; } =
    [
        Yuma1,
        Yuma2Package,
        Yuma2Web,
        Yuma2A,
        Yuma2B,
        Yuma2C,
        Yuma3Package,
        Yuma3Web,
        Yuma3LiquidPackage,
        Yuma3LiquidWeb,
    ];

    /// <summary>Name in plans and files, such as <c>paper/yuma2b</c>.</summary>
    public string Id { get; }

    /// <summary>Name in tables and charts.</summary>
    public string Name { get; }

    /// <summary>Whether a miner's bonds can be reset under this rule; elsewhere a reset changes nothing.</summary>
    public bool HasResets { get; private init; }

    /// <summary>Whether weights of the epoch before are clipped, not this epoch's.</summary>
    internal bool ClipsPreviousWeights { get; private init; }

    /// <summary>Makes the bonds of a run.</summary>
    internal Func<PaperParameters, IPaperBonds> Bonds { get; }

    /// <summary>The rule with an id.</summary>
    /// <param name="id">With or without <c>paper/</c>.</param>
    /// <returns>The rule; null when there is none of that id.</returns>
    public static PaperRule? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return All.FirstOrDefault(rule => rule.Id == id || rule.Id == $"paper/{id}");
    }

    /// <inheritdoc/>
    public override string ToString() => Id;
}
