using System.Globalization;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.OwnTasks;

/// <summary>A column of features: numbers, or words, each of which becomes a feature that is 0 or 1.</summary>
/// <remarks>Every field is surveyed first; then the column settles what it is, and its fields can be written.</remarks>
/// <param name="heading">Its name in the file.</param>
internal sealed class TableColumn(string heading)
{
    private readonly HashSet<string> _found = new(StringComparer.Ordinal);
    private int _numbers;
    private int _words;
    private string[] _names = [];

    /// <summary>Name of the column, as messages show it.</summary>
    public string Name { get; } = Show.Bare(heading);

    /// <summary>Features that it becomes: one of numbers, or one for each word.</summary>
    public int Width => IsOfWords ? _names.Length : 1;

    private bool IsOfWords => _names.Length > 0;

    /// <summary>Looks at a field.</summary>
    public void Survey(string field)
    {
        if (TableNumber.Is(field))
        {
            _numbers++;
        }
        else if (field.Length > 0)
        {
            _found.Add(field);
            // In a column of words this is one of them; in others it speaks for neither.
            _words += TableNumber.IsNotFinite(field) ? 0 : 1;
        }
    }

    /// <summary>Decides by most of its fields what the column is.</summary>
    /// <param name="complaints">Takes a number of words that is too large.</param>
    public void Settle(DataComplaints complaints)
    {
        if (_words == 0 || _numbers >= _words || _found.All(IsMeantAsNumber))
        {
            return;
        }
        _names = [.. _found.Order(StringComparer.Ordinal)];
        if (_names.Length > DataLimits.MostCategories)
        {
            complaints.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"column '{Name}': {_names.Length} different words, such as {Show.Quoted(_names[0])}; a category has at most {DataLimits.MostCategories}"
                )
            );
        }
    }

    /// <summary>Writes a field as features; 0 and a complaint where it is not of the column's kind.</summary>
    /// <param name="field">The field.</param>
    /// <param name="features">Takes the features, as many as the column is wide; all of them 0.</param>
    /// <param name="complaints">Takes what is wrong.</param>
    public void Write(CsvField field, Span<double> features, DataComplaints complaints)
    {
        if (!IsOfWords)
        {
            features[0] = TableNumber.Read(field, Name, HintForWord(field.Text), complaints);
        }
        else if (Array.BinarySearch(_names, field.Text, StringComparer.Ordinal) is >= 0 and var word)
        {
            features[word] = 1;
        }
        else if (field.Text.Length == 0)
        {
            complaints.Add(
                $"empty fields in column '{Name}'",
                field.Line,
                field.Column,
                $"column '{Name}' is empty; where a word is not known, write a word that says so"
            );
        }
        else
        {
            complaints.Add(
                $"numbers among the words of column '{Name}'",
                field.Line,
                field.Column,
                $"column '{Name}': {Show.Quoted(field.Text)} is a number, but {Rows(_words)} a word{NearNames.Question(field.Text, _names)}"
            );
        }
    }

    private static bool IsMeantAsNumber(string word) =>
        TableNumber.IsNotFinite(word) || NearNumber.Of(word) is not null;

    private string HintForWord(string word) =>
        (_numbers > 0 ? $", but {Rows(_numbers)} one" : "") + NearNumber.Question(word);

    private static string Rows(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "row has" : "rows have")}");
}
