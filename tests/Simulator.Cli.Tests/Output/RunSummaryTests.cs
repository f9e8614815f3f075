using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Cli.Output;

namespace Simulator.Cli.Tests.Output;

public sealed class RunSummaryTests
{
    [Fact]
    public void A_person_reads_the_question_the_numbers_by_group_and_the_expectations()
    {
        using StringWriter text = new() { NewLine = "\n" };

        RunSummary.WriteTo(text, FinishedRun.Result);

        Assert.Equal(
            """
            lazy-miners, seed 18446744073709551615: partial, 12 epochs
            Do lazy miners fall behind?

            the subnet         last  mean  unit
            gini_incentive  0.12346   0.1  share

            at the last epoch  incentive_share  emission
            honest                        0.75    1234.5
            lazy                             –         0

            at the last epoch  vtrust
            validators            0.5

            ✓ incentive_share of lazy at last ≤ 0.05: found 0.031
            ✗ pruned of lazy at last ≥ 1: found 0
            – digest c0ffee: another seed than the shipped one


            """,
            text.ToString()
        );
    }

    [Fact]
    public void A_program_reads_the_same_as_json_with_null_for_what_has_no_value()
    {
        JsonObject json = RunJson.Of(FinishedRun.Result, "runs/x");

        Assert.Equal(
            """
            {"scenario":"lazy-miners","seed":18446744073709551615,"plan_hash":"1a2b","status":"partial","epochs":12,"digest":"c0ffee","arithmetic":"chain","fidelity":"full","folder":"runs/x","metrics":[{"metric":"gini_incentive","of":"","last":0.123456,"mean":0.1,"unit":"share"},{"metric":"incentive_share","of":"honest","last":0.75,"mean":0.5,"unit":"share"},{"metric":"incentive_share","of":"lazy","last":null,"mean":null,"unit":"share"},{"metric":"emission","of":"honest","last":1234.5,"mean":1000,"unit":"alpha"},{"metric":"emission","of":"lazy","last":0,"mean":0,"unit":"alpha"},{"metric":"vtrust","of":"validators","last":0.5,"mean":0.5,"unit":"share"}],"expectations":[{"text":"incentive_share of lazy at last \u2264 0.05","found":"found 0.031","outcome":"met"},{"text":"pruned of lazy at last \u2265 1","found":"found 0","outcome":"missed"},{"text":"digest c0ffee","found":"another seed than the shipped one","outcome":"skipped"}]}
            """,
            json.ToJsonString()
        );
    }

    [Fact]
    public void Neither_depends_on_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (comma.NumberFormat.NumberDecimalSeparator, comma.NumberFormat.NegativeSign) = (",", "~");
        CultureInfo.CurrentCulture = comma;
        try
        {
            A_person_reads_the_question_the_numbers_by_group_and_the_expectations();
            A_program_reads_the_same_as_json_with_null_for_what_has_no_value();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
