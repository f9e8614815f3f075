using System.Text.RegularExpressions;
using Simulator.Scenarios.Reports;

namespace Simulator.Scenarios.Tests.Reports;

public sealed partial class ReplayReportInBrowserTests
{
    [Fact]
    public async Task Every_chart_is_drawn_with_a_panel_for_each_variant_without_a_word_on_the_console()
    {
        var visit = await Browser.OpenAsync(PageOf("late & <b>"), TestContext.Current.CancellationToken);

        Assert.Contains("data-charts=\"6\"", visit.Dom, StringComparison.Ordinal);
        Assert.Equal(
            [1, 3, 6, 6, 3, 3],
            Charts().Matches(visit.Dom).Select(chart => Panels().Count(chart.Value))
        );
        Assert.Matches("class=\"annotation-text\"[^>]*>late &amp; &lt;b&gt;<", visit.Dom);
        Assert.Matches("class=\"legendtext\"[^>]*>Small eager vali. \\(0.1\\)<", visit.Dom);
        Assert.Empty(visit.Console);
        Assert.Empty(visit.Requests);
    }

    private static string PageOf(string label) =>
        RunReport.Html(
            Runner.Run(
                ScenarioFile.Parse(
                    $$"""
                    schema: sim/v1
                    name: page
                    replay:
                      source: yuma/case02
                      variants:
                        - { rule: yuma3, label: "{{label}}" }
                        - { rule: yuma2 }
                        - { rule: paper/yuma2c }
                    """
                ),
                cancel: TestContext.Current.CancellationToken
            )
        );

    [GeneratedRegex("<section id=\"replay-[a-z-]+\">.*?</section>", RegexOptions.Singleline)]
    private static partial Regex Charts();

    [GeneratedRegex("class=\"subplot xy|class=\"subplot x[0-9]+y")]
    private static partial Regex Panels();
}
