using System.Globalization;
using Simulator.Core.Tasks.DataAnalysis;
using Simulator.Core.Tasks.TextCompletion;
using Simulator.Core.Tasks.Translation;

namespace Simulator.Core.Tasks;

/// <summary>Questions and answers as people read them.</summary>
public static class ShownText
{
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
            (_, NoAnswer or FailedAnswer or null) => "",
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

    private static string Short(double number) => number.ToString("G4", CultureInfo.InvariantCulture);
}
