using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Tests.Files;

/// <summary>Reads texts as a scenario file would be read, and shows trees in one line.</summary>
internal static class Trees
{
    public static string Show(Node? node) =>
        node switch
        {
            null => "-",
            ScalarNode { IsNull: true } => "null",
            ScalarNode { Plain: true } s => s.Text,
            ScalarNode s => $"'{s.Text}'",
            ListNode l => $"[{string.Join(", ", l.Items.Select(Show))}]",
            MapNode m => $"{{{string.Join(", ", m.Entries.Select(e => $"{e.Key}: {Show(e.Value)}"))}}}",
            _ => "?",
        };

    public static MapNode Map(string text) =>
        (MapNode)NodeReader.Read(text, "t.yaml", "", new Problems(), new NodeBudget())!;

    /// <summary>The tree in one line, or the problems.</summary>
    public static string Read(string text)
    {
        var problems = new Problems();
        return Shown(
            problems,
            () =>
            {
                ScenarioText.FindTabs(text, "t.yaml", problems);
                problems.ThrowIfAny();
                return NodeReader.Read(text, "t.yaml", "", problems, new NodeBudget());
            }
        );
    }

    public static string Shown(Problems problems, Func<Node?> read)
    {
        try
        {
            var tree = Show(read());
            problems.ThrowIfAny();
            return tree;
        }
        catch (ScenarioException e)
        {
            return e.Message;
        }
    }
}
