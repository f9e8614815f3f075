using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Simulator.Scenarios.Results;

namespace Simulator.Scenarios.Profiles;

/// <summary>Writes learning curves as YAML: a line for each, with numbers that read back as the same ones.</summary>
internal static partial class CurveText
{
    private const string Heading = """
        # Learning curves of models that were really trained; 'sim profile' wrote them. A scenario beside this file follows them,
        # and trains nothing, with 'fidelity: { profile: THIS FILE }'. Quality after x operations of training is
        # best - (best - first) * (1 + x / scale) ^ -power; 'spread' is the standard deviation of the score of one question.

        """;

    /// <summary>The text.</summary>
    public static string Of(CurveBook book)
    {
        StringBuilder text = new(Heading.ReplaceLineEndings("\n"));
        Line($"schema: {CurveBook.Format}");
        Line($"scenario: {Flow(book.Scenario)}");
        Line($"plan_hash: {book.PlanHash}");
        Line($"seed: {book.Seed}");
        Line($"task: {Flow(book.Task)}");
        Line($"epochs: {book.Epochs}");
        Line($"questions: {book.Questions}");
        Line($"groups:");
        foreach (CurveGroup group in book.Groups)
        {
            Line($"  - name: {Flow(group.Name)}");
            Line($"    model: {Flow(group.Model)}");
            Line($"    curves:");
            foreach (GroupCurve curve in group.Curves)
            {
                Line($"      - {Curve(curve)}");
            }
        }
        return text.ToString();

        void Line(FormattableString line) =>
            text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static string Curve(GroupCurve curve)
    {
        (var profile, double residual) = (curve.Profile, curve.Residual);
        IEnumerable<(string Key, string Number)> numbers =
        [
            ("first", RoundTrip.Text(profile.Curve.First)),
            ("best", RoundTrip.Text(profile.Curve.Best)),
            ("scale", RoundTrip.Text(profile.Curve.Scale)),
            ("power", RoundTrip.Text(profile.Curve.Power)),
            ("spread", RoundTrip.Text(profile.Spread)),
            ("residual", RoundTrip.Text(residual)),
            ("bytes", Whole(profile.Bytes)),
            ("answer_operations", Whole(profile.AnswerOperations)),
            .. profile.Limit is { } limit ? [("limit", Whole(limit))] : Array.Empty<(string, string)>(),
        ];
        return $"{{ {string.Join(", ", numbers.Select(n => $"{n.Key}: {n.Number}"))} }}";
    }

    private static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A value on one line.</summary>
    private static string Flow(JsonNode? node) =>
        node switch
        {
            JsonObject map => $"{{ {string.Join(", ", map.Select(e => $"{e.Key}: {Flow(e.Value)}"))} }}",
            JsonArray list => $"[{string.Join(", ", list.Select(Flow))}]",
            JsonValue value when value.TryGetValue(out string? word) && PlainWord().IsMatch(word) => word,
            null => "null",
            _ => node.ToJsonString(),
        };

    // What YAML reads as the same text without quotes.
    [GeneratedRegex("^(?!(?i:null)$)[A-Za-z][A-Za-z0-9 ./_-]*(?<! )$|^[0-9.]+( [A-Za-z]+)?$")]
    private static partial Regex PlainWord();
}
