using System.Text.RegularExpressions;

namespace Simulator.Core.Tests.House;

/// <summary>Who may use whom inside Core: one row a folder, and only rows above it in this list.</summary>
internal static partial class FolderOrder
{
    private static readonly (string Folder, string[] MayUse)[] Rows =
    [
        ("Units", []),
        ("Randomness", []),
        ("Numerics", []),
        ("Consensus", ["Numerics", "Units"]),
        ("Doctor", ["Consensus", "Numerics", "Randomness", "Units"]),
        ("Studies", ["Consensus", "Numerics", "Randomness", "Units"]),
        ("Chain", ["Consensus", "Numerics", "Randomness", "Units"]),
        ("Tasks", ["Randomness", "Units"]),
        ("Agents", ["Tasks", "Chain", "Numerics", "Randomness", "Units"]),
        ("Engine", ["Agents", "Tasks", "Chain", "Consensus", "Numerics", "Randomness", "Units"]),
        ("Metrics", ["Engine", "Agents", "Tasks", "Chain", "Consensus", "Numerics", "Randomness", "Units"]),
    ];

    // An agent reads the chain through its view, and asks it through extrinsics.
    private static readonly string[] AgentsSeeOfChain = ["IChainView", "Neuron", "Hyperparameters"];

    // Packages, and the folders that may use them.
    private static readonly (string Package, string[] In)[] Packages =
    [
        ("MathNet", ["Simulator.Core/Tasks/Models/", "Simulator.Core/Metrics/"]),
        ("ILGPU", ["Simulator.Core/Consensus/Execution/Gpu/"]),
    ];

    public static IReadOnlyList<string> Folders { get; } = [.. Rows.Select(row => row.Folder)];

    /// <summary>Every name in a file of Core that its folder may not use, as <c>file(line): folder uses name</c>.</summary>
    public static IEnumerable<string> Violations(SourceFile file)
    {
        string folder = file.Path.Split('/')[1];
        string[] mayUse = Array.Find(Rows, row => row.Folder == folder).MayUse ?? [];
        foreach ((int number, string code) in file.Code)
        {
            foreach (Match match in CoreName().Matches(code))
            {
                string used = match.Groups["folder"].Value;
                if (used != folder && Folders.Contains(used) && !mayUse.Contains(used))
                {
                    yield return $"{file.Path}({number}): {folder} may not use {used}: {match.Value}";
                }
            }
            foreach ((string package, string[] folders) in Packages)
            {
                if (
                    Regex.IsMatch(code, $@"\b{package}[.;]")
                    && !folders.Any(start => file.Path.StartsWith(start, StringComparison.Ordinal))
                )
                {
                    yield return $"{file.Path}({number}): {folder} may not use {package}";
                }
            }
        }
    }

    /// <summary>Every type of Chain that an agent names though neither the view nor an extrinsic leads to it.</summary>
    /// <param name="file">A file of Agents.</param>
    /// <param name="chain">The files of Chain.</param>
    public static IEnumerable<string> ChainInsides(SourceFile file, IEnumerable<SourceFile> chain)
    {
        string[] inside =
        [
            .. chain
                .Where(source => !source.Path.Contains("/Extrinsics/", StringComparison.Ordinal))
                .SelectMany(source => source.Types)
                .Except(AgentsSeeOfChain),
        ];
        foreach ((int number, string code) in file.Code)
        {
            foreach (Match match in Word().Matches(code))
            {
                if (inside.Contains(match.Value))
                {
                    yield return $"{file.Path}({number}): an agent sees IChainView, not {match.Value}";
                }
            }
        }
    }

    // Simulator.Core.X anywhere, or X.Name as it can be written inside Simulator.Core; not System.Numerics or plan.Tasks.
    [GeneratedRegex(
        @"(?<![\w.])(?:(?:global::)?(?:Simulator\.)?Core\.(?<folder>\w+)(?:\.\w+)*|(?<folder>Units|Randomness|Numerics|Consensus|Studies|Chain|Tasks|Agents|Engine|Metrics)\.\w+)"
    )]
    private static partial Regex CoreName();

    [GeneratedRegex(@"(?<![\w.])[A-Z]\w*\b")]
    private static partial Regex Word();
}
