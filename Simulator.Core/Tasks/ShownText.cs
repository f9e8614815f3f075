using System.Globalization;
using Simulator.Core.Tasks.DataAnalysis;
using Simulator.Core.Tasks.TextCompletion;
using Simulator.Core.Tasks.Translation;

namespace Simulator.Core.Tasks;

/// <summary>Questions and answers as people read them.</summary>
public static class ShownText
{
    private const double Large = 10_000;

    // What is left of a zero that was calculated.
    private const double Tiny = 1e-9;

    private static readonly string[] Clothing =
    [
        "T-shirt or top",
        "trousers",
        "pullover",
        "dress",
        "coat",
        "sandal",
        "shirt",
        "sneaker",
        "bag",
        "ankle boot",
    ];

    /// <summary>A question; the picture of an image is shown beside this.</summary>
    public static string Of(IQuestion question) =>
        question switch
        {
            TextQuestion text => OnOneLine(text.Prompt),
            TranslationQuestion sentence => sentence.Text,
            TableQuestion row => $"{row}: {Numbers(row.RawFeatures())}",
            _ => question?.ToString() ?? "",
        };

    /// <summary>An answer to a question.</summary>
    /// <param name="question">The question: it tells what a class is called.</param>
    /// <param name="answer">The answer.</param>
    public static string Of(IQuestion question, IAnswer answer) =>
        (question, answer) switch
        {
            (_, NoAnswer or null) => "",
            (_, FailedAnswer failed) => OnOneLine(failed.ToString()),
            (ImageQuestion asked, LabelAnswer label)
                when asked.Images.Name.StartsWith("fashion", StringComparison.Ordinal) => Clothing[
                label.Label
            ],
            (_, TextAnswer text) => OnOneLine(text.Text),
            (_, NumberAnswer number) => Short(number.Value),
            _ => answer.ToString() ?? "",
        };

    private static string OnOneLine(string text) => text.Replace('\n', '¶');

    private static string Numbers(double[] numbers) => string.Join(", ", numbers.Select(Short));

    /// <summary>A number with two decimals where they say something, else with four digits.</summary>
    private static string Short(double number)
    {
        double rounded = Math.Round(number, 2);
        bool isSmall = Math.Abs(number) < Large && (rounded != 0 || Math.Abs(number) < Tiny);
        // Adding 0 makes a zero without a sign.
        return isSmall
            ? (rounded + 0.0).ToString("0.##", CultureInfo.InvariantCulture)
            : number.ToString("G4", CultureInfo.InvariantCulture);
    }
}
