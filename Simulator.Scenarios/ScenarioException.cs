using System.Collections.Immutable;
using System.Globalization;

namespace Simulator.Scenarios;

/// <summary>A scenario with mistakes; it carries all of them.</summary>
public sealed class ScenarioException : Exception
{
    private const int Shown = 100;

    /// <summary>An exception for the given mistakes.</summary>
    /// <param name="problems">The mistakes, in the order to show them; at least one.</param>
    public ScenarioException(IEnumerable<ScenarioProblem> problems)
        : this([.. problems]) { }

    private ScenarioException(ImmutableArray<ScenarioProblem> problems)
        : base(Describe(problems)) => Problems = problems;

    /// <summary>The mistakes, in the order to show them.</summary>
    public ImmutableArray<ScenarioProblem> Problems { get; }

    private static string Describe(ImmutableArray<ScenarioProblem> problems)
    {
        var lines = problems.Take(Shown).Select(p => p.ToString());
        var more = problems.Length - Shown;
        return string.Join(
            '\n',
            more <= 0 ? lines : lines.Append(string.Create(CultureInfo.InvariantCulture, $"and {more} more"))
        );
    }
}
