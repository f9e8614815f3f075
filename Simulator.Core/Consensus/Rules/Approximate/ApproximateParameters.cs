namespace Simulator.Core.Consensus.Rules.Approximate;

/// <summary>What the approximate rules can be told; each reads the part that it has. Defaults are the chain's.</summary>
/// <remarks>Source: spec §3.1, §9.1.1.</remarks>
public sealed record ApproximateParameters
{
    /// <summary>Majority of stake κ: the middle of the sigmoid, and the share that carries a median.</summary>
    public double Kappa { get; init; } = 32_767 / 65_535.0;

    /// <summary>Slope of the sigmoid ρ.</summary>
    public double Rho { get; init; } = 10;

    /// <summary>How far bonds follow the clipped weights, β: 0 not at all, 1 wholly; yuma2-liquid-v1 alone.</summary>
    public double BondsPenalty { get; init; } = 1;

    /// <summary>Least share of the old bond that is kept; yuma2-liquid-v1 alone.</summary>
    public double AlphaLow { get; init; } = 0.7;

    /// <summary>Largest share of the old bond that is kept; yuma2-liquid-v1 alone.</summary>
    public double AlphaHigh { get; init; } = 0.9;

    /// <summary>The first number outside its range, in words; null where all are inside.</summary>
    internal string? Problem() =>
        !IsShare(Kappa) ? Outside(nameof(Kappa), Kappa, "[0, 1]")
        : !(Rho >= 0 && double.IsFinite(Rho)) ? Outside(nameof(Rho), Rho, "[0, ∞)")
        : !IsShare(BondsPenalty) ? Outside(nameof(BondsPenalty), BondsPenalty, "[0, 1]")
        : !IsShare(AlphaLow) ? Outside(nameof(AlphaLow), AlphaLow, "[0, 1]")
        : !(AlphaHigh >= AlphaLow && AlphaHigh <= 1) ? Outside(nameof(AlphaHigh), AlphaHigh, "[AlphaLow, 1]")
        : null;

    private static bool IsShare(double value) => value >= 0 && value <= 1;

    private static string Outside(string name, double value, string range) =>
        FormattableString.Invariant($"{name} is {value}: it must be in {range}");
}
