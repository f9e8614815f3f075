using Simulator.Scenarios.Reports.Data;
using Simulator.Scenarios.Results;

namespace Simulator.Scenarios.Reports.Sections;

/// <summary>The top of the page: which scenario, its question, and what happened.</summary>
internal static class Heading
{
    /// <summary>The section of a run.</summary>
    public static Html Of(RunData data)
    {
        var result = data.Result;
        return Html.Of(
            $"""
            <header>
            <p class="kind">Run report · seed {result.Seed}</p>
            <h1>{result.Scenario}</h1>
            <p class="question">{result.Question}</p>
            {Partial(result)}<p class="story">{Story.OfPay(data)}</p>
            <p>{Story.OfChain(data)}</p>
            {Html.Join(Notes(data).Select(note => Html.Of($"<p class=\"note\">{note}</p>\n")))}</header>

            """
        );
    }

    private static Html Partial(RunResult result)
    {
        string last = Readable.Count(result.Epochs);
        return result.Status == RunStatus.Complete
            ? Html.None
            : Html.Of(
                $"""
                <p class="partial" role="status"><strong>Partial run.</strong> It was interrupted; everything on this page ends at its last whole epoch, {last}.</p>

                """
            );
    }

    private static IEnumerable<string> Notes(RunData data)
    {
        if (data.Result.IsApproximate)
        {
            yield return $"Consensus is not the chain's: {data.Result.Arithmetic}.";
        }
        if (!data.Result.HasFullFidelity)
        {
            yield return data.Result.FidelityCaution;
        }
        if (data.Result.HasOnnxAnswers)
        {
            yield return "Answers of ONNX models are those of this kind of processor: another may round otherwise.";
        }
        if (data.HasOthers)
        {
            yield return $"The tables hold several mechanisms; this page shows mechanism {data.Scope.Mechanism} of subnet "
                + $"{data.Scope.NetUid}. The sums over the event log are over all of them.";
        }
        if (data.Axis.Stride > 1)
        {
            yield return $"To stay readable, charts over time show every {Ordinal(data.Axis.Stride)} of the "
                + $"{Readable.Count(data.Epochs.Count)} epochs, counted back from the last one; bars of registrations "
                + "add up the epochs between.";
        }
    }

    private static string Ordinal(int number) =>
        (number % 100 is >= 11 and <= 13 ? 0 : number % 10) switch
        {
            1 => $"{number}st",
            2 => $"{number}nd",
            3 => $"{number}rd",
            _ => $"{number}th",
        };
}
