using System.Globalization;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.OwnTasks;

/// <summary>Reads the numbers of a table.</summary>
internal static class TableNumber
{
    // What other programs write where a number is not finite.
    private static readonly string[] NotFinite = ["inf", "infinity", "nan", "na", "n/a", "null"];

    /// <summary>Whether a field is a number, if perhaps one that is too large.</summary>
    public static bool Is(string field) => TryRead(field, out _) && !IsNotFinite(field);

    /// <summary>Whether a field says that there is no number, or none that is finite.</summary>
    public static bool IsNotFinite(string field) =>
        NotFinite.Contains(field.TrimStart('+', '-'), StringComparer.OrdinalIgnoreCase);

    /// <summary>The number of a field; 0 and a complaint where it is none.</summary>
    /// <param name="field">The field.</param>
    /// <param name="column">Name of the column, as messages show it.</param>
    /// <param name="hint">What follows in the complaint that a word is no number.</param>
    /// <param name="complaints">Takes what is wrong.</param>
    public static double Read(CsvField field, string column, string hint, DataComplaints complaints)
    {
        bool isNumber = TryRead(field.Text, out double number);
        if (isNumber && Math.Abs(number) <= DataLimits.LargestNumber)
        {
            return number;
        }
        (string kind, string message) =
            field.Text.Length == 0
                ? (
                    $"empty fields in column '{column}'",
                    $"column '{column}' is empty; every row has all of its numbers"
                )
            : isNumber || IsNotFinite(field.Text)
                ? (
                    $"numbers in column '{column}' that are not finite or too large",
                    $"column '{column}': {Show.Quoted(field.Text)} is not a number from -1e15 to 1e15"
                )
            : (
                $"fields in column '{column}' that are not numbers",
                $"column '{column}': {Show.Quoted(field.Text)} is not a number{hint}"
            );
        complaints.Add(kind, field.Line, field.Column, message);
        return 0;
    }

    private static bool TryRead(string field, out double number) =>
        double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
