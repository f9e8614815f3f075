using System.Globalization;
using Simulator.Scenarios.Profiles;

namespace Simulator.Cli.Output;

/// <summary>What a person reads of learning curves when they are fitted.</summary>
internal static class CurveSummary
{
    public static void WriteTo(TextWriter writer, CurveBook book)
    {
        writer.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{book.Scenario}, seed {book.Seed}: learning curves of {book.Epochs} epochs"
            )
        );
        writer.WriteLine();
        AlignedTable table = new(1, 2, 3, 4, 5);
        table.Add("means of the group", "curves", "first", "best", "spread", "residual");
        foreach (CurveGroup group in book.Groups)
        {
            table.Add(
                group.Name,
                group.Curves.Length.ToString(CultureInfo.InvariantCulture),
                Mean(group, curve => curve.Profile.Curve.First),
                Mean(group, curve => curve.Profile.Curve.Best),
                Mean(group, curve => curve.Profile.Spread),
                Mean(group, curve => curve.Residual)
            );
        }
        table.WriteTo(writer);
        writer.WriteLine();
    }

    private static string Mean(CurveGroup group, Func<GroupCurve, double> number) =>
        RunSummary.Number(group.Curves.Average(number));
}
