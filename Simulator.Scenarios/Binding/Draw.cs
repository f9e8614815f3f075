using Simulator.Core.Randomness;

namespace Simulator.Scenarios.Binding;

/// <summary>A number of a group that is the same for all of its members, or drawn for each, uniformly between two ends.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end; the same as the lower one where nothing is drawn.</param>
internal sealed record Draw(decimal Low, decimal High)
{
    /// <summary>A number that is the same for all.</summary>
    public static Draw Always(decimal number) => new(number, number);

    /// <summary>A member's number. Takes one draw of the stream even where both ends are equal, so that a range in
    /// place of a number never shifts what is drawn after it.</summary>
    public double Next(Rng rng) => (double)Low + rng.NextDouble() * ((double)High - (double)Low);

    /// <summary>A member's number among the whole ones, both ends included.</summary>
    public long NextWhole(Rng rng) => (long)Low + (long)(rng.NextDouble() * (double)(High - Low + 1));
}
