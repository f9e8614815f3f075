using Simulator.Scenarios.Results;

namespace Simulator.Scenarios.Reports.Sections;

/// <summary>What the scenario expected, and what was found.</summary>
internal static class ExpectationList
{
    /// <summary>The section of a run.</summary>
    public static Html Of(RunResult result)
    {
        var items = result.Expectations.Select(Item);
        return Html.Of(
            $"""
            <section id="expectations">
            <h2>Expectations</h2>
            <p>{Count(result)}</p>
            <ul class="expectations">
            {Html.Join(items)}</ul>
            </section>

            """
        );
    }

    private static string Count(RunResult result)
    {
        if (result.Expectations.IsEmpty)
        {
            return "The scenario states none.";
        }
        int Of(Outcome outcome) => result.Expectations.Count(e => e.Outcome == outcome);
        return $"{Of(Outcome.Met)} met, {Of(Outcome.Missed)} missed, {Of(Outcome.Skipped)} skipped.";
    }

    private static Html Item(ExpectationOutcome expectation)
    {
        var (name, sign) = expectation.Outcome switch
        {
            Outcome.Met => ("met", "✓"),
            Outcome.Missed => ("missed", "✗"),
            _ => ("skipped", "○"),
        };
        return Html.Of(
            $"<li class=\"{name}\"><b>{sign} {name}</b> <span>{expectation.Text}</span> <small>found: {expectation.Found}</small></li>\n"
        );
    }
}
