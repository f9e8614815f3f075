using Simulator.Core.Consensus.Rules.Paper;

namespace Simulator.Scenarios.Verification.Yuma;

/// <summary>One run of a golden folder.</summary>
/// <param name="Set">The parameter set; null where the case brings its parameters.</param>
/// <param name="Version">Golden id of the rule.</param>
/// <param name="Case">Id of the case.</param>
internal sealed record YumaRunKey(string? Set, string Version, string Case)
{
    /// <summary>The rule.</summary>
    public PaperRule Rule => PaperRule.Find(Version)!;
}
