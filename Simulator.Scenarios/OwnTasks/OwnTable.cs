using System.Buffers.Binary;
using System.Globalization;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks.DataAnalysis;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.OwnTasks;

/// <summary>Turns the rows of a CSV file into a table with some rows held out.</summary>
/// <param name="file">The file.</param>
/// <param name="complaints">Takes what is wrong.</param>
internal sealed class OwnTable(DataFile file, DataComplaints complaints)
{
    /// <summary>The table; null after noting every mistake.</summary>
    /// <param name="section">What the scenario says of it.</param>
    public TableSet? Read(OwnTaskSection section)
    {
        if (TableText.Read(file.Text, section.Label!, complaints) is not { } text)
        {
            return null;
        }
        double[] targets = section.Kind == LabelKind.Class ? Classes(text) : Numbers(text);
        if (!complaints.IsEmpty)
        {
            return null;
        }
        (int[] training, int[] heldOut) = Split(text, section.HeldOut!.Value);
        if (training.Select(row => targets[row]).Distinct().Count() < 2)
        {
            complaints.Add("all rows but those held out have the same label: there is nothing to learn");
            return null;
        }
        int[] order = [.. training, .. heldOut];
        return TableSet.Of(
            section.Name,
            section.Kind == LabelKind.Class,
            [.. order.Select(row => text.Rows[row].Features)],
            [.. order.Select(row => targets[row])],
            training.Length
        );
    }

    private double[] Numbers(TableText text)
    {
        double[] targets = [.. text.Rows.Select(text.LabelOf)];
        if (complaints.IsEmpty && targets.Distinct().Count() == 1)
        {
            complaints.Add(
                $"column '{text.Label}': the label is {Show.Quoted(text.Rows[0].Label.Text)} in every row: there is nothing to learn"
            );
        }
        return targets;
    }

    private double[] Classes(TableText text)
    {
        var classes = text
            .Rows.GroupBy(row => row.Label.Text, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToList();
        string names = Show.Names(classes.Take(4).Select(group => Show.Quoted(group.Key)));
        if (classes.Count != 2)
        {
            string more = classes.Count > 4 ? "such as " : "";
            complaints.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"column '{text.Label}': {classes.Count} {(classes.Count == 1 ? "class" : "classes")}, {more}{names}; a table has two"
                )
            );
        }
        foreach (var group in classes.Where(g => classes.Count == 2 && g.Count() < DataLimits.FewestOfClass))
        {
            complaints.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"column '{text.Label}': class {Show.Quoted(group.Key)} has {group.Count()} rows; at least {DataLimits.FewestOfClass} are needed"
                )
            );
        }
        return [.. text.Rows.Select(row => row.Label.Text == classes[^1].Key ? 1.0 : 0)];
    }

    /// <summary>Which rows are held out: random ones, by a stream that the file itself names. Rows of equal features stay
    /// together: else a question could be answered from memory.</summary>
    private (int[] Training, int[] HeldOut) Split(TableText text, double share)
    {
        List<int>[] groups =
        [
            .. Enumerable
                .Range(0, text.Rows.Count)
                .GroupBy(row => text.Rows[row].FeatureText, StringComparer.Ordinal)
                .Select(group => group.ToList()),
        ];
        ulong key = BinaryPrimitives.ReadUInt64BigEndian(file.Hash);
        new RandomStreams(key).For("task.held_out").Shuffle<List<int>>(groups);
        int wanted = (int)Math.Ceiling(share * text.Rows.Count);
        List<int> heldOut = [];
        int next = 0;
        while (next < groups.Length - 1 && heldOut.Count < wanted)
        {
            heldOut.AddRange(groups[next++]);
        }
        return ([.. groups.Skip(next).SelectMany(group => group)], [.. heldOut]);
    }
}
