using System.Collections.Immutable;

namespace Simulator.Scenarios.Metagraphs;

/// <summary>Files that hold no metagraph which can be used; it carries the mistakes of all of them.</summary>
public sealed class MetagraphException : Exception
{
    /// <summary>An exception for the given mistakes.</summary>
    /// <param name="problems">The mistakes, in the order to show them; at least one.</param>
    public MetagraphException(IEnumerable<MetagraphProblem> problems)
        : this([.. problems]) { }

    private MetagraphException(ImmutableArray<MetagraphProblem> problems)
        : base(string.Join('\n', problems)) => Problems = problems;

    /// <summary>The mistakes, in the order to show them.</summary>
    public ImmutableArray<MetagraphProblem> Problems { get; }
}
