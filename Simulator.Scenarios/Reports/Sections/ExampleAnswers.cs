using Simulator.Core.Metrics;
using Simulator.Scenarios.Results;

namespace Simulator.Scenarios.Reports.Sections;

/// <summary>What the best and the worst model answered to the same questions.</summary>
internal static class ExampleAnswers
{
    private const int PixelSize = 5;

    /// <summary>The section of a run; nothing where no model answered, but that where learning curves did in place of models.</summary>
    public static Html Of(RunResult result)
    {
        if (result.HasProfiledModels)
        {
            return Html.Of(
                $"""
                <section id="examples">
                <h2>What they answered</h2>
                <p class="note">There are no answers to show: fidelity {result.Fidelity}. Learning curves give scores, and no answers.</p>
                </section>

                """
            );
        }
        if (result.Tables.FirstOrDefault(t => t.Name == "examples") is not { Rows: > 0 } table)
        {
            return Html.None;
        }
        string[] models = [.. table["model"].Values<string>().ToArray().Distinct()];
        return Html.Of(
            $"""
            <section id="examples">
            <h2>What they answered</h2>
            <p class="note">The models of the best and of the worst miner at the last epoch, asked the same held-out questions. Score: what the answer is worth by itself.</p>
            {Html.Join(models.Select(model => OfModel(table, model)))}</section>

            """
        );
    }

    private static Html OfModel(Table table, string model)
    {
        int[] rows =
        [
            .. Enumerable.Range(0, table.Rows).Where(row => table["model"].Values<string>()[row] == model),
        ];
        string group = table["group"].Values<string>()[rows[0]];
        long uid = table["uid"].Values<long>()[rows[0]];
        return Html.Of(
            $"""
            <h3>The {model}: uid {uid}, {group}</h3>
            <div class="wide"><table class="examples">
            <thead><tr><th scope="col" class="word">question</th><th scope="col" class="word">right</th><th scope="col" class="word">answer</th><th scope="col">score, %</th></tr></thead>
            <tbody>
            {Html.Join(rows.Select(row => Row(table, row)))}</tbody>
            </table></div>

            """
        );
    }

    private static Html Row(Table table, int row)
    {
        string answer = table["answer"].Values<string>()[row];
        return Html.Of(
            $"<tr><td class=\"word\">{Picture(table, row)}{table["question"].Values<string>()[row]}</td>"
                + $"<td class=\"word\">{table["truth"].Values<string>()[row]}</td>"
                + $"<td class=\"word\">{(answer.Length == 0 ? Readable.Nothing : answer)}</td>"
                + $"<td>{Readable.Percent(table["score"].Values<double>()[row]).TrimEnd('%')}</td></tr>\n"
        );
    }

    /// <summary>The picture asked about, a square for each pixel that is not black; nothing where there is none.</summary>
    private static Html Picture(Table table, int row)
    {
        string pixels = table["pixels"].Values<string>()[row];
        int width = (int)table["width"].Values<long>()[row];
        if (width == 0)
        {
            return Html.None;
        }
        int height = pixels.Length / width;
        var squares = Enumerable
            .Range(0, pixels.Length)
            .Where(place => pixels[place] != '0')
            .Select(place =>
                Html.Of(
                    $"<rect x=\"{place % width}\" y=\"{place / width}\" width=\"1\" height=\"1\" fill=\"#{new string(pixels[place], 3)}\"/>"
                )
            );
        return Html.Of(
            $"<svg class=\"picture\" role=\"img\" aria-label=\"the picture\" width=\"{width * PixelSize}\" height=\"{height * PixelSize}\" viewBox=\"0 0 {width} {height}\" shape-rendering=\"crispEdges\"><rect width=\"{width}\" height=\"{height}\" fill=\"#000\"/>{Html.Join(squares)}</svg>"
        );
    }
}
