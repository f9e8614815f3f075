using Simulator.Core.Tasks.Profiles;
using Simulator.Scenarios.Profiles;
using Simulator.Scenarios.Reports;
using Simulator.Scenarios.Results;
using Simulator.Scenarios.Tests.Results;

namespace Simulator.Scenarios.Tests.Profiles;

/// <summary>A market whose models are learning curves of a real one: it is close to that, and says what it is wherever its numbers
/// stand.</summary>
public sealed class ProfileScenarioTests(FittedMarket market) : IClassFixture<FittedMarket>
{
    private const string Title = "profile: learning curves of curves.yaml, no model was trained";

    [Fact]
    public void Groups_are_about_as_good_and_as_well_paid_as_in_the_real_run()
    {
        RunResult full = Run(market.Full),
            profiled = Run(market.Profiled());

        foreach (string group in FittedMarket.Learners)
        {
            // Four miners draw among four curves, with repetition; qualities within a group differ by up to 0.1.
            Assert.Equal(Last(full, "model_quality", group), Last(profiled, "model_quality", group), 0.08);
        }
        foreach (string group in (string[])[.. FittedMarket.Learners, "guessers"])
        {
            // Shares follow from qualities, of which those of a group may be off by 0.08 of 0.8.
            Assert.Equal(Last(full, "incentive_share", group), Last(profiled, "incentive_share", group), 0.1);
        }
        Assert.NotEqual(full.Digest, profiled.Digest);
    }

    [Fact]
    public void Curves_follow_what_a_machine_computes()
    {
        RunResult result = Run(market.Profiled("0.5], compute: 8 MFLOP", "0.5], hardware: laptop"));
        Assert.True(Last(result, "model_quality", "able") > 0.5);
        Assert.True(Last(result, "costs_per_miner", "able") > 0);
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_run_and_the_same_curves()
    {
        Assert.Equal(Run(market.Profiled()).Digest, Run(market.Profiled(), threads: 4).Digest);
        Assert.Equal(
            market.Book.Text,
            ProfileRun.Of(market.Full, threads: 4, cancel: TestContext.Current.CancellationToken)!.Text
        );
    }

    [Fact]
    public void Every_output_says_that_no_model_was_trained()
    {
        RunResult run = Run(market.Profiled());

        Assert.Equal(Title, run.Fidelity);
        string manifest = ManifestText.Of(Manifest.Of(run, [], SampleRun.Times));
        Assert.Contains($"\"fidelity\": \"{Title}\"", manifest, StringComparison.Ordinal);
        Assert.Contains($"\"sha256\": \"{market.Sha256}\"", manifest, StringComparison.Ordinal);
        Assert.True(ManifestReader.Read(manifest).Fidelity == Title);
        string page = RunReport.Html(run);
        Assert.Contains(
            $"<p class=\"note\">No model answered, learning curves did: fidelity {Title}.</p>",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains($"<dt>fidelity</dt><dd>{Title}</dd>", page, StringComparison.Ordinal);
        Assert.Contains($"There are no answers to show: fidelity {Title}.", page, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Tables, table => table.Name == "examples");
    }

    [Fact]
    public void A_file_reads_back_as_the_curves_that_were_fitted()
    {
        GroupCurve[] written = [.. market.Book.Groups.SelectMany(group => group.Curves)];
        CurveBook read = market.Read();

        Assert.Equal(written, read.Groups.SelectMany(group => group.Curves));
        Assert.Equal(market.Book.Text, read.Text);
        Assert.Equal(
            ("market", market.Full.PlanHash, 3UL, 10, 32),
            (read.Scenario, read.PlanHash, read.Seed, read.Epochs, read.Questions)
        );
    }

    [Fact]
    public void There_is_a_curve_for_each_model_that_learned()
    {
        Assert.Equal(FittedMarket.Learners, market.Book.Groups.Select(group => group.Name));
        Assert.All(
            market.Book.Groups.SelectMany(group => group.Curves),
            curve =>
            {
                Assert.InRange(curve.Profile.Curve.First, 0, 0.25);
                // Noise of 200 questions is 0.03.
                Assert.InRange(curve.Residual, 0, 0.06);
                Assert.InRange(curve.Profile.Spread, 0.2, 0.51);
                Assert.True(curve.Profile.Bytes > 0 && curve.Profile.AnswerOperations > 0);
            }
        );
        // Only what stores images comes to an end.
        Assert.All(
            market.Book.Groups,
            group => Assert.Equal(group.Name == "stores", group.Curves.All(c => c.Profile.Limit is not null))
        );
    }

    [Fact]
    public void Slots_that_share_a_model_are_one_curve()
    {
        CurveBook book = Fit(
            """
            miners:
              - { name: sybils, count: 3, strategy: sybil, owner: her, model: softmax, data_share: 0.3, compute: 2 MFLOP }
            """
        );
        GroupCurve shared = Assert.Single(book.Group("sybils")!.Curves, c => c.Profile.Curve.At(1e7) > 0.5);
        Assert.InRange(shared.Profile.Curve.First, 0, 0.25);
    }

    [Fact]
    public void A_model_that_never_learns_stays_as_good_as_it_was()
    {
        const string Miners = "miners: [{ name: tutorials, count: 2, model: table-baseline, data_share: 1 }]";
        CurveBook book = ProfileRun.Of(
            ScenarioFile.Parse(
                FittedMarket.Head.Replace("task: digits", "task: concrete", StringComparison.Ordinal) + Miners
            ),
            cancel: TestContext.Current.CancellationToken
        )!;
        Assert.All(
            book.Group("tutorials")!.Curves,
            curve =>
            {
                Assert.Equal(curve.Profile.Curve.First, curve.Profile.Curve.Best);
                Assert.Equal((1.0, 0L), (curve.Profile.Curve.Scale, curve.Profile.Limit));
            }
        );
    }

    [Fact]
    public void The_more_compute_the_better_along_the_same_curves()
    {
        RunResult little = Run(market.Profiled("compute: 8 MFLOP", "compute: 1 MFLOP")),
            much = Run(market.Profiled());
        Assert.True(Last(little, "model_quality", "able") < Last(much, "model_quality", "able") - 0.02);
    }

    [Fact]
    public void A_scenario_reads_back_with_its_file_and_the_hash_of_it()
    {
        Scenario scenario = market.Profiled();
        Assert.Equal(
            $$"""{"profile":"curves.yaml","sha256":"{{market.Sha256}}"}""",
            scenario.Resolved["fidelity"]!.ToJsonString()
        );
        Assert.IsType<ProfiledTask>(scenario.World.Task);
        Assert.Equal(
            scenario.PlanHash,
            market
                .Profiled("{ profile: curves.yaml }", $"{{ profile: curves.yaml, sha256: {market.Sha256} }}")
                .PlanHash
        );
    }

    [Theory]
    [InlineData(
        "drift: { to: digits-turned }",
        "tiny has a world that moves (drift); a learning curve knows one world only"
    )]
    [InlineData(
        "fidelity: { sampled: 5 }",
        "tiny runs with fidelity sampled: one round in 5 is real; curves are fitted from full runs"
    )]
    [InlineData("question: what?", "tiny has no miners whose models learn")]
    [InlineData(
        "miners: [{ name: firms, count: 1, strategy: firm, upgrade_after: 3 }]",
        "the models of 'firms' are replaced by larger ones (upgrade_after); a learning curve knows one model only"
    )]
    public void What_no_curve_can_tell_is_refused(string more, string refusal)
    {
        Scenario scenario = ScenarioFile.Parse(
            $$"""
            schema: sim/v1
            name: tiny
            task: digits
            validators: [{ name: v, count: 1, stake: 1000 alpha }]
            {{more}}
            """
        );
        Assert.Equal(refusal, ProfileRun.Refusal(scenario));
        Assert.Throws<ArgumentException>(() =>
            ProfileRun.Of(scenario, cancel: TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public void A_study_has_no_models() =>
        Assert.Equal(
            "papers/retention-map is a study, in which no model learns",
            ProfileRun.Refusal(ScenarioFile.Load("papers/retention-map", []))
        );

    [Fact]
    public void A_run_that_is_stopped_leaves_no_curves()
    {
        using CancellationTokenSource stopped = new();
        stopped.Cancel();
        Assert.Null(ProfileRun.Of(market.Full, cancel: stopped.Token));
    }

    private static CurveBook Fit(string miners) =>
        ProfileRun.Of(
            ScenarioFile.Parse(FittedMarket.Head + miners),
            cancel: TestContext.Current.CancellationToken
        )!;

    private static double Last(RunResult run, string metric, string of) =>
        run.Metrics.Single(m => m.Metric == metric && m.Of == of).Last;

    private static RunResult Run(Scenario scenario, int threads = 1) =>
        Runner.Run(scenario, threads, cancel: TestContext.Current.CancellationToken);
}
