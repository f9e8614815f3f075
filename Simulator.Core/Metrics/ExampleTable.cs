using System.Text;
using Simulator.Core.Engine;
using Simulator.Core.Tasks;

namespace Simulator.Core.Metrics;

/// <summary>Writes what models answered into a table.</summary>
public static class ExampleTable
{
    private const int Greys = 16;

    /// <summary>The table of some examples.</summary>
    public static Table Of(IEnumerable<Example> examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        Table table = ResultTables.Examples();
        long number = 0;
        foreach (Example example in examples)
        {
            var image = example.Question as ImageQuestion;
            table["number"].Add(number++);
            table["uid"].Add((long)example.Uid.Index);
            table["group"].Add(example.Group);
            table["model"].Add(example.IsBest ? "best" : "worst");
            table["question"].Add(ShownText.Of(example.Question));
            table["truth"].Add(ShownText.Of(example.Question, example.Truth));
            table["answer"].Add(ShownText.Of(example.Question, example.Answer));
            table["score"].Add(example.Score);
            table["width"].Add((long)(image?.Width ?? 0));
            table["pixels"].Add(image is null ? "" : Hex(image.Pixels()));
        }
        return table;
    }

    private static string Hex(float[] pixels)
    {
        StringBuilder hex = new(pixels.Length);
        foreach (float pixel in pixels)
        {
            int grey = Math.Clamp((int)(pixel * (Greys - 1) + 0.5f), 0, Greys - 1);
            hex.Append("0123456789abcdef"[grey]);
        }
        return hex.ToString();
    }
}
