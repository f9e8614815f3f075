using System.Globalization;
using System.Text.RegularExpressions;
using Simulator.Scenarios.Reports;

namespace Simulator.Scenarios.Tests.Reports;

public sealed partial class RunReportInBrowserTests
{
    private static readonly string Page = RunReport.Html(new SampleRun().Result());

    [Fact]
    public async Task Every_chart_is_drawn_without_a_word_on_the_console_and_without_a_request()
    {
        var visit = await Browser.OpenAsync(Page, TestContext.Current.CancellationToken);
        Assert.Contains("data-charts=\"10\"", visit.Dom, StringComparison.Ordinal);
        string[] charts = [.. Charts().Matches(visit.Dom).Select(m => m.Value)];
        Assert.Equal(10, charts.Length);
        Assert.All(charts, chart => Assert.Matches("class=\"main-svg\"", chart));
        Assert.All(charts, chart => Assert.Matches("class=\"trace (scatter|bars)|class=\"hm\"", chart));
        Assert.Empty(visit.Console);
        Assert.Empty(visit.Requests);
    }

    [Theory]
    [InlineData(0, 0, 1, 2)] // Registrations and inequality have an epoch to draw even so.
    [InlineData(7, 6, 1, 10)]
    public async Task Small_worlds_are_drawn_without_a_word_on_the_console(
        int groups,
        int validators,
        int epochs,
        int charts
    )
    {
        var run = new SampleRun
        {
            Miners = SampleRun.Quickstart[..groups],
            Validators = validators,
            Epochs = epochs,
        };
        var visit = await Browser.OpenAsync(
            RunReport.Html(run.Result()),
            TestContext.Current.CancellationToken
        );
        Assert.Contains($"data-charts=\"{charts}\"", visit.Dom, StringComparison.Ordinal);
        Assert.Empty(visit.Console);
    }

    [Fact]
    public async Task A_hostile_name_is_text_in_the_page_and_in_its_charts()
    {
        const string hostile =
            "</script><img src=x onerror=alert(1)><a href=\"http://example.invalid\">b</a>";
        var run = new SampleRun { Scenario = hostile, Miners = [new(hostile, hostile, 3, 0.8)] };
        var visit = await Browser.OpenAsync(
            RunReport.Html(run.Result()),
            TestContext.Current.CancellationToken
        );
        Assert.DoesNotMatch("<img|<a [^>]*href", Scripts().Replace(visit.Dom, ""));
        Assert.Matches("class=\"legendtext\"[^>]*>&lt;/script&gt;&lt;img src=x", visit.Dom);
        Assert.Empty(visit.Console);
        Assert.Empty(visit.Requests);
    }

    [Fact]
    public async Task A_script_or_an_address_from_elsewhere_is_refused_by_the_pages_own_policy()
    {
        string tampered = Page.Replace(
            "</main>",
            "<img src=\"http://example.invalid/x.png\"><script>document.title = 'taken'</script></main>",
            StringComparison.Ordinal
        );
        var visit = await Browser.OpenAsync(tampered, TestContext.Current.CancellationToken);
        Assert.Equal(
            2,
            visit.Console.Count(l =>
                l.Contains("violates the following Content Security Policy", StringComparison.Ordinal)
            )
        );
        Assert.Empty(visit.Requests);
        Assert.Contains("<title>quickstart", visit.Dom, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_page_asks_for_is_seen()
    {
        var visit = await Browser.OpenAsync(
            "<!doctype html><img src=\"http://example.invalid/x.png\">",
            TestContext.Current.CancellationToken
        );
        Assert.Contains("http://example.invalid/x.png", visit.Requests);
    }

    [Fact]
    public async Task A_click_on_a_columns_name_sorts_the_neurons_by_it()
    {
        // The click comes from a script that the policy would refuse: this page goes without it.
        string clicking = Policy()
            .Replace(Page, "")
            .Replace(
                "</html>",
                "<script>document.querySelectorAll('th button')[5].click()</script></html>",
                StringComparison.Ordinal
            );
        var visit = await Browser.OpenAsync(clicking, TestContext.Current.CancellationToken);
        double[] incentives =
        [
            .. Incentives()
                .Matches(visit.Dom)
                .Select(m => double.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)),
        ];
        Assert.Equal(48, incentives.Length);
        Assert.True(incentives[0] > incentives[47]);
        Assert.Equal(incentives.OrderDescending(), incentives);
    }

    [GeneratedRegex(
        "<section id=\"[a-z-]+\">(?:(?!</section>).)*id=\"chart-.*?</section>",
        RegexOptions.Singleline
    )]
    private static partial Regex Charts();

    [GeneratedRegex("<script.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Scripts();

    [GeneratedRegex("<meta http-equiv[^>]*>")]
    private static partial Regex Policy();

    [GeneratedRegex("<tr>(?:<td[^>]*>(?:(?!</td>).)*</td>){5}<td data-sort=\"([^\"]*)\"")]
    private static partial Regex Incentives();
}
