using System.Collections.Immutable;

namespace Simulator.Core.Units;

/// <summary>A description built in code has mistakes; all of them are listed.</summary>
public sealed class PlanException : Exception
{
    /// <summary>Lists the mistakes of a plan.</summary>
    /// <param name="problems">The mistakes, at least one.</param>
    public PlanException(IEnumerable<Problem> problems)
        : this([.. problems]) { }

    private PlanException(ImmutableArray<Problem> problems)
        : base(string.Join('\n', problems)) => Problems = problems;

    /// <summary>The mistakes, in the order in which they were found.</summary>
    public ImmutableArray<Problem> Problems { get; }
}
