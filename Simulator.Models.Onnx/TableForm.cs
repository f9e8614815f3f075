using System.Globalization;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.DataAnalysis;
using Simulator.Scenarios.Sections;

namespace Simulator.Models.Onnx;

/// <summary>Rows of a table as their features, and one number, or those of two classes, as answer.</summary>
/// <param name="table">The table asked about.</param>
/// <param name="wanted">In which unit features are read and what the number means.</param>
internal sealed class TableForm(TableSet table, OnnxSection wanted) : IQuestionForm
{
    /// <inheritdoc/>
    public IReadOnlyList<int> Shape { get; } = [table.FeatureCount];

    /// <inheritdoc/>
    public bool IsWhole => false;

    /// <inheritdoc/>
    public int Outputs => wanted.Says == TensorSays.Probabilities ? 2 : 1;

    /// <inheritdoc/>
    public int RunsPerAnswer => 1;

    /// <inheritdoc/>
    public bool Knows(IQuestion question) => question is TableQuestion asked && asked.Table == table;

    /// <inheritdoc/>
    public bool Fits(IQuestion question) =>
        question is TableQuestion asked && asked.Table.HasColumnsOf(table);

    /// <inheritdoc/>
    public IAnswer Answer(IQuestion question, Port port)
    {
        TableQuestion asked = (TableQuestion)question;
        float[] features =
            wanted.Reads == TensorReads.RawColumns
                ? [.. asked.RawFeatures().Select(feature => (float)feature)]
                : asked.Table.SeenFrom(table).Features(asked.Row).ToArray();
        float[] said = port.Run(features);
        double number = said[0];
        return new NumberAnswer(
            wanted.Says switch
            {
                TensorSays.LogOdds => 1 / (1 + Elementary.Exp(-number)),
                TensorSays.Probability => Probability(number),
                TensorSays.Probabilities => Distribution.Checked(said)[1],
                _ => number,
            }
        );
    }

    private static double Probability(double number) =>
        number is >= 0 and <= 1
            ? number
            : throw new AnswerFailedException(
                string.Create(CultureInfo.InvariantCulture, $"{number} is no probability")
            );
}
