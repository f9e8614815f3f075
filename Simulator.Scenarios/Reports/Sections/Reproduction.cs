using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Simulator.Scenarios.Results;

namespace Simulator.Scenarios.Reports.Sections;

/// <summary>The foot of the page: how to get the same run again, and what exactly was run.</summary>
internal static class Reproduction
{
    // The page escapes the text as a whole; escaping quotes and letters again would only make it hard to read.
    private static readonly JsonSerializerOptions Plainly = new()
    {
        WriteIndented = true,
        MaxDepth = 128,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The section of a run.</summary>
    public static Html Of(RunResult result)
    {
        string command = Command(result);
        return Html.Of(
            $"""
            <footer id="reproduce">
            <h2>How to get this run again</h2>
            <p><code>{command}</code>, with its file in place of the name where the scenario is not one of the library, and with the same <code>--set</code> overrides if there were any: the plan hash tells whether it is the same experiment, and the digest whether it went the same way.</p>
            <dl class="hashes">
            <dt>plan hash (SHA-256)</dt><dd>{result.PlanHash}</dd>
            <dt>digest (SHA-256)</dt><dd>{result.Digest}</dd>
            <dt>arithmetic</dt><dd>{Arithmetic(result)}</dd>
            <dt>fidelity</dt><dd>{result.Fidelity}</dd>
            <dt>simulator</dt><dd>{result.Version}</dd>
            </dl>
            <details><summary>The plan with everything it extends, every default and every override written out</summary>
            <pre>{result.Plan.ToJsonString(Plainly)}</pre>
            </details>
            </footer>

            """
        );
    }

    private static string Arithmetic(RunResult result) =>
        result.Arithmetic == Manifest.ChainArithmetic ? "chain: fixed point, bit for bit" : result.Arithmetic;

    private static string Command(RunResult result) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"sim run {Quoted(result.Scenario)} --seed {result.Seed}"
        );

    // A name that a shell would read as more than a word stands in its quotes.
    private static string Quoted(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/')
            ? name
            : $"'{name.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
