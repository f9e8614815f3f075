using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Simulator.Core.Chain;
using Simulator.Core.Engine;
using Simulator.Core.Metrics;
using Simulator.Scenarios.Studies;
using Simulator.Scenarios.Studies.Replays;

namespace Simulator.Scenarios.Tests.Results;

/// <summary>The part of docs/results.md that is written from the code: tables from their columns, kinds and reasons of events
/// from the comments on their enumerations.</summary>
internal static partial class ResultsPage
{
    private const string LastHandWritten = "UPDATE_DOCS=1 rewrites it. -->\n";

    /// <summary>The page in the repository, found from the test's own folder upward.</summary>
    public static string File { get; } = Find();

    /// <summary>The page as it should be: what people wrote, and after it what follows from the code.</summary>
    public static string Current(string page) =>
        page[..(page.IndexOf(LastHandWritten, StringComparison.Ordinal) + LastHandWritten.Length)]
        + Markdown();

    private static string Markdown()
    {
        StringBuilder page = new();
        foreach (
            Table table in (Table[])
                [
                    ResultTables.Epochs(),
                    ResultTables.Neurons(),
                    ResultTables.Events(),
                    ResultTables.Weights(),
                    ResultTables.Examples(),
                    .. RetentionTables.Empty(),
                    .. ReplayTables.Empty(),
                ]
        )
        {
            page.Append(
                $"\n## Table `{table.Name}`\n\n{table.Meaning}\n\n| column | type | unit | meaning |\n|---|---|---|---|\n"
            );
            foreach (Column column in table.Columns)
            {
                string type = column.Type.ToString().ToLowerInvariant();
                page.Append($"| `{column.Name}` | {type} | {column.Unit} | {column.Meaning} |\n");
            }
        }
        Append<Phase>(
            page,
            "Phases of a tick",
            "Column `phase` of the events, in the order in which they follow each other."
        );
        Append<ChainEventKind>(
            page,
            "Kinds of events",
            "Column `kind` of the events, with what `other` and `amount` hold."
        );
        Append<ChainReason>(
            page,
            "Reasons",
            "Column `reason` of the events; `None` is written as an empty text."
        );
        return page.ToString();
    }

    private static void Append<T>(StringBuilder page, string title, string text)
        where T : struct, Enum
    {
        page.Append($"\n## {title}\n\n{text}\n\n| name | meaning |\n|---|---|\n");
        XElement[] members = [.. XDocument.Load(CommentsFile).Descendants("member")];
        foreach (string name in Enum.GetNames<T>())
        {
            string key = $"F:{typeof(T).FullName}.{name}";
            string summary = members
                .Single(m => (string?)m.Attribute("name") == key)
                .Element("summary")!
                .Value;
            page.Append($"| `{name}` | {WhiteSpace().Replace(summary.Trim(), " ")} |\n");
        }
    }

    private static string Find()
    {
        for (
            string? folder = AppContext.BaseDirectory;
            folder is not null;
            folder = Path.GetDirectoryName(folder)
        )
        {
            string page = Path.Combine(folder, "docs", "results.md");
            if (System.IO.File.Exists(page))
            {
                return page;
            }
        }
        throw new FileNotFoundException($"No docs/results.md above {AppContext.BaseDirectory}");
    }

    private static string CommentsFile =>
        Path.ChangeExtension(typeof(ChainEventKind).Assembly.Location, ".xml");

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
