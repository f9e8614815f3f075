using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Simulator.Core.Metrics;
using Simulator.Scenarios.Reports;
using Simulator.Scenarios.Results;

namespace Simulator.Scenarios.Tests.Reports;

public sealed partial class RunReportTests
{
    private static readonly string[] Charts =
    [
        "incentive",
        "incentive-shares",
        "dividends",
        "models",
        "quality",
        "learning",
        "weights",
        "bonds",
        "registrations",
        "inequality",
    ];

    private static readonly string Quickstart = RunReport.Html(new SampleRun().Result());

    [Fact]
    public void The_page_has_every_section_and_each_chart_has_its_figure()
    {
        string[] sections = ["facts", "expectations", .. Charts, "neurons", "metrics", "reproduce"];
        Assert.Equal(sections, SectionIds().Matches(Quickstart).Select(m => m.Groups[1].Value));
        Assert.Equal(Charts.Select(c => $"chart-{c}"), Figures(Quickstart).Select(f => f.Key));
        Assert.Equal(Charts.Length, Regex.Count(Quickstart, "role=\"img\" aria-label=\"[^\"]{20,}\""));
    }

    [Fact]
    public void The_page_says_what_was_run_and_how_to_run_it_again()
    {
        Assert.Contains("<h1>quickstart</h1>", Quickstart, StringComparison.Ordinal);
        Assert.Contains(
            "<p class=\"question\">Do miners with better models earn more, and do lazy ones fall behind?</p>",
            Quickstart,
            StringComparison.Ordinal
        );
        Assert.Contains("<code>sim run quickstart --seed 1</code>", Quickstart, StringComparison.Ordinal);
        Assert.Contains(
            "<dd>1f0e3dad99908345f7439f8ffabdffc4a6d5a2c4e3f1b0d9c8e7f6a5b4c3d2e1</dd>",
            Quickstart,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "<dd>9b74c9897bac770ffc029102a200c5de0a1b2c3d4e5f60718293a4b5c6d7e8f9</dd>",
            Quickstart,
            StringComparison.Ordinal
        );
        Assert.Contains("&quot;kappa&quot;: &quot;0.5&quot;", Quickstart, StringComparison.Ordinal);
        Assert.Contains("<p>1 met, 1 missed, 1 skipped.</p>", Quickstart, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_names_the_version_that_ran_it() =>
        Assert.Contains(
            "<dt>simulator</dt><dd>0.0.9-rc.1</dd>",
            RunReport.Html(new SampleRun().Result() with { Version = "0.0.9-rc.1" }),
            StringComparison.Ordinal
        );

    [Fact]
    public void The_same_result_gives_the_same_text() =>
        Assert.Equal(Quickstart, RunReport.Html(new SampleRun().Result()));

    [Fact]
    public void Nothing_in_the_page_points_outside_it()
    {
        string markup = Scripts().Replace(Quickstart, "");
        Assert.DoesNotMatch("(?i)(src|href|action|url)\\s*[=(]\\s*[\"']?\\s*(http|//|file)", markup);
        Assert.DoesNotContain("@import", markup, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(
            "content=\"default-src 'none'; script-src 'sha256-",
            markup,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_partial_run_says_so_and_a_whole_one_does_not()
    {
        var partial = RunReport.Html(new SampleRun { Epochs = 7, Status = RunStatus.Partial }.Result());
        Assert.Contains(
            "everything on this page ends at its last whole epoch, 7.",
            partial,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Partial run", Quickstart, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_shown_letter_by_letter_wherever_they_stand()
    {
        const string hostile = "</script><script>alert(1)</script><a href=\"http://x\">'&\"";
        SampleGroup[] miners = [new(hostile, hostile, 2, 0.8), new("b", "honest", 2, 0.7)];
        var result = new SampleRun
        {
            Scenario = hostile,
            ValidatorGroup = hostile,
            Miners = miners,
            Plan = new JsonObject { [hostile] = hostile },
        }.Result() with
        {
            Question = hostile,
            Expectations = [new ExpectationOutcome(hostile, hostile, Outcome.Met)],
            Metrics = [new MetricValue(hostile, hostile, 1, 1, hostile)],
        };
        string page = RunReport.Html(result);
        // Three scripts of ours: the figures as data, the library, the page's own; and no tag of the hostile name.
        Assert.Equal(3, Regex.Count(Scripts().Replace(page, "<script/>"), "<script"));
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<a href", Scripts().Replace(page, ""), StringComparison.Ordinal);
        const string shown =
            "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;a href=\"http://x\"&gt;'&amp;\"";
        Assert.Contains(
            Figures(page)["chart-incentive"]!["data"]!.AsArray(),
            t => (string?)t!["name"] == shown
        );
        Assert.Contains(
            Figures(page)["chart-dividends"]!["data"]!.AsArray(),
            t => (string?)t!["name"] == "uid 3"
        );
    }

    [Fact]
    public void Without_weights_the_page_says_how_to_keep_them()
    {
        string page = RunReport.Html(new SampleRun { KeepsWeights = false }.Result());
        Assert.Equal(2, Regex.Count(page, "run with --weights to keep them"));
        Assert.Equal(Charts.Length - 2, Figures(page).Count);
    }

    [Fact]
    public void Where_no_validator_stored_a_weight_the_page_says_that()
    {
        string page = RunReport.Html(new SampleRun { Validators = 0 }.Result());
        Assert.Equal(2, Regex.Count(page, "No weight or bond was stored at the last epoch"));
        Assert.DoesNotContain("run with --weights", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_heat_map_tells_no_entry_from_a_weight_of_zero()
    {
        var weights = Figures(Quickstart)["chart-weights"]!["data"]![0]!;
        Assert.Equal(6, weights["y"]!.AsArray().Count);
        Assert.Equal(42, weights["x"]!.AsArray().Count);
        // Validator 2 of the sample weighs no uid that 7 divides: 7, 14, …, 42.
        Assert.Equal(6, weights["z"]![2]!.AsArray().Count(w => w is null));
        Assert.DoesNotContain(weights["z"]![1]!.AsArray(), w => w is null);
    }

    [Fact]
    public void Long_runs_are_thinned_back_from_the_last_epoch_and_lose_no_registration()
    {
        var result = new SampleRun { Epochs = 1003, Miners = [new("a", "honest", 5, 0.8)] }.Result();
        string page = RunReport.Html(result);
        var traces = Figures(page)["chart-registrations"]!["data"]!;
        int[] epochs = [.. traces[0]!["x"]!.AsArray().Select(e => (int)e!)];
        Assert.Equal(Enumerable.Range(0, 335).Select(i => 1 + 3 * i), epochs);
        long registered = 0;
        foreach (long n in result["epochs"]["registered"].Values<long>())
        {
            registered += n;
        }
        Assert.True(registered > 100);
        Assert.Equal(registered, traces[0]!["y"]!.AsArray().Sum(n => (long)n!));
        Assert.Equal(-registered, traces[1]!["y"]!.AsArray().Sum(n => (long)n!));
        Assert.Contains(
            "charts over time show every 3rd of the 1,003 epochs",
            page,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("charts over time show every", Quickstart, StringComparison.Ordinal);
    }

    [Fact]
    public void A_miners_group_counts_whom_it_has_at_that_epoch_and_not_who_held_the_slot_before()
    {
        var neurons = ResultTables.Neurons();
        Sample.Neuron(neurons, epoch: 1, uid: 0, hotkey: 7, "old", incentive: 65535);
        Sample.Neuron(neurons, epoch: 2, uid: 0, hotkey: 8, "new", incentive: 13107);
        var result = Sample.Of(neurons, epochs: 2);
        var lines = Figures(RunReport.Html(result))["chart-incentive"]!["data"]!
            .AsArray()
            .Where(t => t!["name"] is not null)
            .Select(t =>
                t!["name"]
                + ": "
                + string.Join(", ", t["y"]!.AsArray().Select(y => y?.ToJsonString() ?? "none"))
            );
        Assert.Equal(["old: 100, none", "new: none, 20"], lines);
    }

    [Fact]
    public void Of_several_mechanisms_the_page_shows_the_first_and_says_so()
    {
        var neurons = ResultTables.Neurons();
        Sample.Neuron(neurons, epoch: 1, uid: 0, hotkey: 7, "second", incentive: 65535, mechid: 1);
        Sample.Neuron(neurons, epoch: 1, uid: 0, hotkey: 7, "first", incentive: 65535);
        var result = Sample.Of(neurons, epochs: 1);
        Sample.Epoch(result["epochs"], epoch: 1, mechid: 1);
        string page = RunReport.Html(result);
        Assert.Contains("this page shows mechanism 0 of subnet 1", page, StringComparison.Ordinal);
        Assert.Contains("a miner of first earned 100.00%", page, StringComparison.Ordinal);
        Assert.DoesNotContain("second", Scripts().Replace(page, ""), StringComparison.Ordinal);
        Assert.DoesNotContain("several mechanisms", Quickstart, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 6, 40)]
    [InlineData(7, 0, 40)]
    [InlineData(7, 6, 1)]
    [InlineData(0, 0, 1)]
    [InlineData(7, 6, 0)]
    public void Small_and_empty_worlds_have_a_page_too(int groups, int validators, int epochs)
    {
        var run = new SampleRun
        {
            Miners = SampleRun.Quickstart[..groups],
            Validators = validators,
            Epochs = epochs,
        };
        string page = RunReport.Html(run.Result());
        string[] sections = ["facts", "expectations", .. Charts, "neurons", "metrics", "reproduce"];
        Assert.Equal(sections, SectionIds().Matches(page).Select(m => m.Groups[1].Value));
        Assert.DoesNotContain("NaN", Scripts().Replace(page, ""), StringComparison.Ordinal);
        Assert.NotNull(Figures(page));
    }

    [Fact]
    public void Without_any_model_the_charts_of_quality_say_so()
    {
        string page = RunReport.Html(
            new SampleRun { Miners = [new("a", "copycat", 5), new("b", "random", 3)] }.Result()
        );
        Assert.Contains(
            "No miner held a model of its own at the last epoch.",
            page,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("rank correlation of", page, StringComparison.Ordinal);
        Assert.Equal(Charts.Length - 3, Figures(page).Count);
    }

    [Fact]
    public void A_full_subnet_is_drawn_by_groups_and_fits_in_six_megabytes()
    {
        var run = new SampleRun
        {
            Epochs = 1200,
            Validators = 64,
            Miners =
            [
                .. SampleRun.Quickstart.Select(g => g with { Count = g.Count == 2 ? 8 : g.Count * 184 / 40 }),
            ],
        };
        string page = RunReport.Html(run.Result());
        Assert.Equal(
            7,
            Figures(page)["chart-incentive"]!["data"]!.AsArray().Count(t => t!["name"] is not null)
        );
        Assert.InRange(page.Length, 3_000_000, 6_000_000);
    }

    private static JsonObject Figures(string page) =>
        JsonNode.Parse(FigureData().Match(page).Groups[1].Value)!.AsObject();

    [GeneratedRegex("<(?:section|footer) id=\"([a-z-]+)\">")]
    private static partial Regex SectionIds();

    [GeneratedRegex(
        "<script type=\"application/json\" id=\"figures\">(.*?)</script>",
        RegexOptions.Singleline
    )]
    private static partial Regex FigureData();

    [GeneratedRegex("<script[^>]*>.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Scripts();
}
