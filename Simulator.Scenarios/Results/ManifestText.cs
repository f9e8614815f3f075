using System.Globalization;
using System.Text.Json.Nodes;

namespace Simulator.Scenarios.Results;

/// <summary>Writes a manifest as the text of <c>manifest.json</c>.</summary>
internal static class ManifestText
{
    /// <summary>Times to the second, in UTC.</summary>
    public const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>The text; members stand in a fixed order, what depends on machine and clock last.</summary>
    public static string Of(Manifest manifest)
    {
        JsonObject text = new()
        {
            ["schema"] = Manifest.Format,
            ["scenario"] = manifest.Scenario,
            ["question"] = manifest.Question,
            ["seed"] = manifest.Seed,
            ["status"] = Word(manifest.Status),
            ["epochs"] = manifest.Epochs,
            ["plan_hash"] = manifest.PlanHash,
            ["digest"] = manifest.Digest,
            ["version"] = manifest.Version,
            ["arithmetic"] = manifest.Arithmetic,
            ["fidelity"] = manifest.Fidelity,
            ["execution"] = manifest.Execution,
            ["metrics"] = List(manifest.Metrics, Metric),
            ["expectations"] = List(manifest.Expectations, Expectation),
            ["tables"] = List(manifest.Tables, Table),
            ["plan"] = manifest.Plan.DeepClone(),
            ["host"] = Host(manifest.Host),
            ["times"] = Times(manifest.Times),
        };
        if (manifest.ExternalSha256 is { } external)
        {
            text.Insert(text.IndexOf("plan"), "external_sha256", external);
        }
        return JsonText.Indented(text);
    }

    /// <summary>A number; NaN is null, and infinities, which JSON cannot say, are texts.</summary>
    public static JsonNode? Number(double value) =>
        double.IsNaN(value) ? null
        : double.IsInfinity(value) ? JsonValue.Create(RoundTrip.Text(value))
        : JsonValue.Create(value);

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode> node) =>
        new([.. items.Select(node)]);

    private static JsonObject Metric(MetricValue metric) =>
        new()
        {
            ["metric"] = metric.Metric,
            ["of"] = metric.Of,
            ["last"] = Number(metric.Last),
            ["mean"] = Number(metric.Mean),
            ["unit"] = metric.Unit,
        };

    private static JsonObject Expectation(ExpectationOutcome expectation) =>
        new()
        {
            ["text"] = expectation.Text,
            ["found"] = expectation.Found,
            ["outcome"] = Word(expectation.Outcome),
        };

    private static JsonObject Table(TableFile table) =>
        new()
        {
            ["file"] = table.File,
            ["rows"] = table.Rows,
            ["sha256"] = table.Sha256,
        };

    private static JsonObject Host(HostFacts host) =>
        new()
        {
            ["os"] = host.Os,
            ["architecture"] = host.Architecture,
            ["processors"] = host.Processors,
            ["runtime"] = host.Runtime,
        };

    private static JsonObject Times(RunTimes times) =>
        new()
        {
            ["started"] = Instant(times.Started),
            ["finished"] = Instant(times.Finished),
            ["seconds"] = times.Seconds,
        };

    private static string Instant(DateTimeOffset time) =>
        time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);
}
