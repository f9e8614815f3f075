using System.Globalization;
using System.Text.Json;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Data;
using Simulator.Core.Tasks.DataAnalysis;
using Simulator.Core.Tasks.TextCompletion;
using Simulator.Core.Tasks.Translation;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Externals;

/// <summary>Reads what models outside answer.</summary>
internal static class AnswerText
{
    // A model computes in single precision, and writes as many digits as it likes.
    private const double SumTolerance = 1e-3;

    /// <summary>The answer to a question that one message asked.</summary>
    /// <exception cref="ExternalFault">It is none.</exception>
    public static IAnswer Of(IQuestion question, JsonElement answer) =>
        question switch
        {
            ImageQuestion => Label(answer),
            TableQuestion => new NumberAnswer(Number(Member(answer, "number"), "number")),
            _ => Translation(answer),
        };

    /// <summary>The probability of each character of the alphabet.</summary>
    /// <exception cref="ExternalFault">These are none.</exception>
    public static float[] Probabilities(JsonElement answer)
    {
        JsonElement list = Member(answer, "probabilities");
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() != Alphabet.Size)
        {
            throw new ExternalFault(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'probabilities' is not a list of {Alphabet.Size} numbers"
                )
            );
        }
        double[] numbers = [.. list.EnumerateArray().Select(number => Number(number, "probabilities"))];
        double sum = numbers.Sum();
        return numbers.All(p => p is >= 0 and <= 1) && Math.Abs(sum - 1) <= SumTolerance
            ? [.. numbers.Select(p => (float)p)]
            : throw new ExternalFault(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'probabilities' are not from 0 to 1 with the sum 1; their sum is {sum:G5}"
                )
            );
    }

    /// <summary>The version that training led to, and the operations that it took.</summary>
    /// <param name="answer">The reply to an order to train.</param>
    /// <param name="version">The version before.</param>
    /// <param name="budget">The operations allowed.</param>
    /// <exception cref="ExternalFault">It says no such thing.</exception>
    public static (int Version, long Spent) Training(JsonElement answer, int version, long budget)
    {
        if (
            !Member(answer, "version").TryGetWhole(out long next)
            || next < version
            || next > int.MaxValue
            || !Member(answer, "spent").TryGetWhole(out long spent)
            || spent < 0
            || spent > budget
        )
        {
            throw new ExternalFault(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"training needs a 'version' of at least {version} and 'spent' from 0 to {budget}"
                )
            );
        }
        return ((int)next, spent);
    }

    private static LabelAnswer Label(JsonElement answer) =>
        Member(answer, "label").TryGetWhole(out long label) && label is >= 0 and < ImageSet.ClassCount
            ? LabelAnswer.Of((int)label)
            : throw new ExternalFault(
                $"'label' is {Shown(Member(answer, "label"))}, not a whole number from 0 to 9"
            );

    private static TranslationAnswer Translation(JsonElement answer)
    {
        JsonElement text = Member(answer, "text");
        return
            text.ValueKind == JsonValueKind.String
            && text.GetString() is { Length: <= ExternalLimits.TextLength } written
            ? TranslationAnswer.Written(written)
            : throw new ExternalFault(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'text' is not a text of at most {ExternalLimits.TextLength} characters"
                )
            );
    }

    private static double Number(JsonElement number, string name) =>
        number.ValueKind == JsonValueKind.Number
        && number.TryGetDouble(out double value)
        && double.IsFinite(value)
            ? value
            : throw new ExternalFault($"'{name}' has {Shown(number)}, which is not a finite number");

    private static bool TryGetWhole(this JsonElement number, out long value)
    {
        value = 0;
        return number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out value);
    }

    private static JsonElement Member(JsonElement answer, string name) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty(name, out JsonElement member)
            ? member
            : throw new ExternalFault($"the answer {Shown(answer)} has no '{name}'");

    private static string Shown(JsonElement element) => Show.Quoted(element.GetRawText());
}
