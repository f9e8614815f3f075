using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Simulator.Scenarios.Results;

/// <summary>Reads the text of <c>manifest.json</c>.</summary>
internal static class ManifestReader
{
    /// <summary>The manifest that a text holds.</summary>
    /// <exception cref="FormatException">It holds none; the message says why.</exception>
    public static Manifest Read(string text)
    {
        JsonFields fields = new(Parse(text));
        string format = fields.Text("schema");
        if (format != Manifest.Format)
        {
            throw new FormatException(
                $"its schema is '{format}', but this version reads '{Manifest.Format}'"
            );
        }
        Manifest manifest = new()
        {
            Scenario = fields.Text("scenario"),
            Question = fields.Text("question"),
            Seed = fields.Seed("seed"),
            Status = fields.Word<RunStatus>("status"),
            Epochs = fields.Count("epochs"),
            PlanHash = fields.Text("plan_hash"),
            Digest = fields.Text("digest"),
            Version = fields.Text("version"),
            Arithmetic = fields.Text("arithmetic"),
            Fidelity = fields.Text("fidelity"),
            Execution = fields.Text("execution"),
            Metrics = fields.List("metrics", Metric),
            Expectations = fields.List("expectations", Expectation),
            Tables = fields.List("tables", Table),
            ExternalSha256 = fields.TextOrNone("external_sha256"),
            Plan = fields.Object("plan"),
            Host = Host(fields.Map("host")),
            Times = Times(fields.Map("times")),
        };
        return PlanHash.Of(manifest.Plan) == manifest.PlanHash
            ? manifest
            : throw new FormatException("plan_hash is not the hash of its plan");
    }

    private static JsonObject Parse(string text)
    {
        try
        {
            return JsonText.ParseObject(text);
        }
        catch (JsonException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private static MetricValue Metric(JsonFields fields) =>
        new(
            fields.Text("metric"),
            fields.Text("of"),
            fields.Number("last"),
            fields.Number("mean"),
            fields.Text("unit")
        );

    private static ExpectationOutcome Expectation(JsonFields fields) =>
        new(fields.Text("text"), fields.Text("found"), fields.Word<Outcome>("outcome"));

    private static TableFile Table(JsonFields fields)
    {
        string file = fields.Text("file");
        return ResultFiles.IsTable(file)
            ? new TableFile(file, fields.Count("rows"), fields.Text("sha256"))
            : throw fields.Mistake(
                "file",
                $"is '{file}', not the name of a .parquet or .csv file in this folder"
            );
    }

    private static HostFacts Host(JsonFields fields) =>
        new(
            fields.Text("os"),
            fields.Text("architecture"),
            fields.Count("processors"),
            fields.Text("runtime")
        );

    private static RunTimes Times(JsonFields fields) =>
        new(Instant(fields, "started"), Instant(fields, "finished"), fields.Number("seconds"));

    private static DateTimeOffset Instant(JsonFields fields, string member) =>
        DateTimeOffset.TryParseExact(
            fields.Text(member),
            ManifestText.TimeFormat,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var time
        )
            ? time
            : throw fields.Mistake(member, "is not a time such as 2026-01-31T12:00:00Z");
}
