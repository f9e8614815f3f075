using System.Globalization;
using Simulator.Core.Consensus;

namespace Simulator.Scenarios.Verification;

/// <summary>Compares one epoch's results with what a line expects, value by value.</summary>
/// <param name="report">Where disagreements and counts go.</param>
/// <param name="id">The case or trajectory.</param>
/// <param name="epoch">Epoch of a trajectory.</param>
internal sealed class Comparison(EpochVerificationReport report, string id, int? epoch)
{
    /// <summary>Compares the known fields of an <c>out</c> object that are present.</summary>
    public void Compare(Field expected, EpochOutput found)
    {
        Flags(expected, "active", found.Active);
        Integers(expected, "emission", found.Emission);
        Integers(expected, "server_emission", found.ServerEmission);
        Integers(expected, "validator_emission", found.ValidatorEmission);
        Shares(expected, "incentive", found.Incentive);
        Shares(expected, "consensus", found.Consensus);
        Shares(expected, "dividends", found.Dividends);
        Shares(expected, "validator_trust", found.ValidatorTrust);
        Shares(expected, "stake_weight", found.StakeWeight);
        Flags(expected, "validator_permit", found.ValidatorPermit);
        if (expected.TryMember("bonds", out Field bonds))
        {
            report.Fields++;
            Rows("bonds", bonds, found.Bonds);
        }
    }

    /// <summary>Compares two vectors by uid.</summary>
    public void Vector<T>(string field, Field expected, ReadOnlySpan<T> found, Func<Field, T> read)
        where T : IEquatable<T> => Row(field, null, expected, found, read);

    /// <summary>Compares one row, by column.</summary>
    public void Row<T>(string field, int? row, Field expected, ReadOnlySpan<T> found, Func<Field, T> read)
        where T : IEquatable<T>
    {
        int at = 0;
        foreach (Field item in expected.Items())
        {
            T value = read(item);
            report.Values++;
            if (at >= found.Length || !value.Equals(found[at]))
            {
                string ours = at < found.Length ? Text(found[at]) : "nothing";
                Disagree(field, row ?? at, row is null ? null : at, Text(value), ours);
            }
            at++;
        }
        for (; at < found.Length; at++)
        {
            Disagree(field, row ?? at, row is null ? null : at, "nothing", Text(found[at]));
        }
    }

    /// <summary>Compares one sparse row, entry by entry in storage order.</summary>
    public void SparseRow<T>(
        string field,
        int row,
        IReadOnlyList<(int Column, T Value)> expected,
        IReadOnlyList<(int Column, T Value)> found
    )
        where T : IEquatable<T>
    {
        report.Values += expected.Count;
        if (expected.SequenceEqual(found))
        {
            return;
        }
        ILookup<int, T> ours = found.ToLookup(entry => entry.Column, entry => entry.Value);
        ILookup<int, T> theirs = expected.ToLookup(entry => entry.Column, entry => entry.Value);
        bool moved = true;
        foreach (int column in theirs.Select(x => x.Key).Union(ours.Select(x => x.Key)).Order())
        {
            if (!theirs[column].SequenceEqual(ours[column]))
            {
                moved = false;
                Disagree(field, row, column, Texts(theirs[column]), Texts(ours[column]));
            }
        }
        if (moved)
        {
            Disagree(field, row, null, Order(expected), Order(found));
        }
    }

    /// <summary>Notes a disagreement.</summary>
    public void Disagree(string field, int? uid, int? toward, string expected, string found) =>
        report.Add(new(id, epoch, field, uid, toward, expected, found));

    private void Rows(string field, Field expected, StoredRows found)
    {
        HashSet<int> rows = [];
        foreach (Field item in expected.Items())
        {
            (Field uid, Field row) = item.Pair();
            int at = uid.U16();
            rows.Add(at);
            (int, ushort)[] entries = row.List(x => ((int)x.Pair().First.U16(), x.Pair().Second.U16()));
            if (found.Contains(at))
            {
                SparseRow(field, at, entries, [.. found[at].ToArray().Select(x => ((int)x.Uid, x.Value))]);
            }
            else
            {
                Disagree(field, at, null, "a row", "no row");
            }
        }
        for (int at = 0; at < found.Height; at++)
        {
            if (found.Contains(at) && !rows.Contains(at))
            {
                Disagree(field, at, null, "no row", "a row");
            }
        }
    }

    private void Flags(Field expected, string field, bool[] found) =>
        Known(expected, field, found, x => x.Flag());

    private void Integers(Field expected, string field, ulong[] found) =>
        Known(expected, field, found, x => x.U64());

    private void Shares(Field expected, string field, ushort[] found) =>
        Known(expected, field, found, x => x.U16());

    private void Known<T>(Field expected, string field, T[] found, Func<Field, T> read)
        where T : IEquatable<T>
    {
        if (expected.TryMember(field, out Field value))
        {
            report.Fields++;
            Vector<T>(field, value, found, read);
        }
    }

    private static string Texts<T>(IEnumerable<T> values)
    {
        string text = string.Join(' ', values.Select(Text));
        return text.Length == 0 ? "no entry" : text;
    }

    private static string Order<T>(IEnumerable<(int Column, T Value)> entries) =>
        $"the order {string.Join(' ', entries.Select(entry => Text(entry.Column)))}";

    private static string Text<T>(T value) =>
        value is bool flag
            ? (flag ? "true" : "false")
            : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
