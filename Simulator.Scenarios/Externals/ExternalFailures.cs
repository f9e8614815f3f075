using System.Globalization;

namespace Simulator.Scenarios.Externals;

/// <summary>Answers of one miner that failed.</summary>
/// <param name="Miner">Its group, and its number in the group in the order of entering, from 1.</param>
/// <param name="Failed">How many failed: none came in time, or what came was no answer to the question.</param>
/// <param name="Asked">How many questions it was asked, those that measure its model included.</param>
/// <param name="FirstReason">Why the first of them failed.</param>
public sealed record ExternalFailures(string Miner, long Failed, long Asked, string FirstReason)
{
    /// <summary>One line for people.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Miner}: {Failed} of {Asked} answers failed; the first: {FirstReason}"
        );
}
