using System.Collections.Immutable;
using System.Globalization;
using Simulator.Core.Metrics;
using Simulator.Scenarios.Results;

namespace Simulator.Scenarios;

/// <summary>Holds a run to what its scenario expects.</summary>
internal static class ExpectationCheck
{
    private const int ShownOfDigest = 12;

    /// <summary>How each expectation turned out, the digest last.</summary>
    public static ImmutableArray<ExpectationOutcome> Of(Scenario scenario, RunRecorder run, RunStatus status)
    {
        IEnumerable<ExpectationOutcome> outcomes = scenario.Expect.Select(e => Of(e, run, status));
        return scenario.Digest is { } digest
            ? [.. outcomes, OfDigest(digest, scenario.IsAsShipped, run.Digest, status)]
            : [.. outcomes];
    }

    private static ExpectationOutcome Of(Expectation expectation, RunRecorder run, RunStatus status)
    {
        if (status == RunStatus.Partial)
        {
            return new(expectation.ToString(), "the run was interrupted", Outcome.Skipped);
        }
        MetricSeries series = MetricSeries.Of(
            MetricCatalog.Find(expectation.Metric)!,
            run.Epochs,
            run.Neurons,
            expectation.Of.Length == 0 ? null : expectation.Of
        );
        double found = expectation.At == Moment.Last ? series.Last : series.Mean;
        return new(
            expectation.ToString(),
            found.ToString("0.####", CultureInfo.InvariantCulture),
            expectation.IsMetBy(found) ? Outcome.Met : Outcome.Missed
        );
    }

    /// <summary>How a digest turned out.</summary>
    public static ExpectationOutcome OfDigest(
        string expected,
        bool isAsShipped,
        string found,
        RunStatus status
    ) =>
        new(
            $"digest {expected[..ShownOfDigest]}…",
            status == RunStatus.Partial ? "the run was interrupted"
                : !isAsShipped ? "not compared: another seed, or overridden values"
                : found == expected ? $"{found[..ShownOfDigest]}…"
                : $"{found[..ShownOfDigest]}…; a scenario that was changed has no use for its old digest: remove it",
            status == RunStatus.Partial || !isAsShipped ? Outcome.Skipped
                : found == expected ? Outcome.Met
                : Outcome.Missed
        );
}
