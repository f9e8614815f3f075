using System.Reflection;
using System.Text.RegularExpressions;
using Simulator.Scenarios.Results;

namespace Simulator.Scenarios.Tests;

public sealed class LibraryTests
{
    public static TheoryData<string> Names => [.. ScenarioFile.LibraryNames];

    [Fact]
    public void The_library_asks_these_questions() =>
        Assert.Equal(
            [
                "cabal: Can validators with 40% of the stake have their own worthless miners paid?",
                "compute-vs-skill: Does more hardware or better training earn a miner more?",
                "copycat-latency: When does it pay to relay the answers of others?",
                "drift-and-decay: Does the market notice who stopped training when the world moves?",
                "forecast-market: Does a subnet pay those who forecast better than the tutorial, and nothing to those who do not?",
                "honest-baseline: When everybody is honest, is pay in proportion to stake for validators and to skill for miners?",
                "image-market: Does a market for images pay for models, data and compute, and nothing for naming the most frequent class?",
                "lazy-miners: Do miners that stop training fall behind?",
                "leaked-questions: How much does it pay to know a fifth of the questions by heart?",
                "model-theft: Does it pay to take a model from others, or to go on from it, instead of training one?",
                "one-validator-budget: How few questions suffice to pay miners in the order of their quality?",
                "papers/retention-map: How much utility does an honest majority need to keep its share of stake?",
                "quickstart: Does a subnet pay the miners whose models are better?",
                "registration-churn: Does the competition for slots replace weak miners by better ones?",
                "sybil-one-model: Does one model behind many slots earn more than a model with a slot of its own?",
                "text-market: Does a market for text pay for memory, data and compute, and nothing for the tutorial's model?",
                "translation-market: Does a market for translations pay for data and for better models, and nothing for copying?",
                "weight-copying: Does a copier of public weights earn as much for its stake as validators that do the work?",
                "weight-copying-sealed: Does a copier still earn as much when the weights that it can see are old?",
                "winner-takes-all: What does paying only the winner do to how incentive is shared, and to how many stay paid?",
                "yuma/case01: What does it cost small validators to follow the majority to a new miner late?",
                "yuma/case02: Does a small validator that finds a new miner before the majority earn more than one that comes last?",
                "yuma/case03: What do small validators earn that move to a new miner before the majority?",
                "yuma/case04: When all validators move at once, do all earn alike?",
                "yuma/case05: Which of two early movers earns more when only one of them leads the second move as well?",
                "yuma/case06: Is the lead of one move kept when all validators make the next one together?",
                "yuma/case07: What does leading two moves bring against leading one?",
                "yuma/case08: What does it cost a large validator to come one epoch late to every move?",
                "yuma/case09: Do dividends follow the stake when one validator's stake passes to another?",
                "yuma/case10: How does an early mover fare when the majority follows much later?",
                "yuma/case11: Who earns less when two large validators disagree and a tiny one decides the consensus?",
                "yuma/case12: Can a validator buy bonds cheaply with a minimal weight before all others move?",
                "yuma/case13: What does a minority pay that splits its weight against the majority?",
                "yuma/case14: How much does one epoch of error cost among validators of nearly equal stake?",
                "yuma/case15: Does the early mover still earn more when a stable miner keeps a quarter of the weight?",
                "yuma/case16: Does the early mover still earn more when a stable miner keeps half of the weight?",
                "yuma/case17: Does the early mover still earn more when a stable miner keeps three quarters of the weight?",
                "yuma/case18: Does the early mover still earn more when a stable miner keeps nine tenths of the weight?",
                "yuma/case19: How do validators fare that each put all weight on their own best miner, when scores have little noise?",
                "yuma/case20: How do validators fare that send their scores and let the chain pick the one winner, when scores have little noise?",
                "yuma/case21: How do validators of unlike noise fare that each put all weight on their own best of two miners?",
                "yuma/case22: How do validators of unlike noise fare that send their scores of two miners and let the chain pick the winner?",
                "yuma/case23: How do validators of unlike noise fare that each put all weight on their own best of three miners?",
                "yuma/case24: How do validators of unlike noise fare that send their scores of three miners and let the chain pick the winner?",
            ],
            ScenarioFile.LibraryNames.Select(name => $"{name}: {ScenarioFile.Load(name, []).Question}")
        );

    /// <summary><c>UPDATE_DIGESTS=1</c> writes the digests anew; build again to read them.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void A_library_scenario_meets_what_it_expects_down_to_its_digest(string name)
    {
        RunResult result = Run(name);
        if (Environment.GetEnvironmentVariable("UPDATE_DIGESTS") == "1")
        {
            WriteDigest(name, result.Digest);
        }

        Assert.Equal(result.Digest, ScenarioFile.Load(name, []).Digest);
        Assert.All(result.Expectations, e => Assert.Equal((e, Outcome.Met), (e, e.Outcome)));
    }

    [Theory]
    [InlineData(
        "quickstart",
        new[] { "queries.deadline=1 ms" },
        new[]
        {
            "rank_agreement of honest at last ≥ 0.8",
            "incentive_share of idlers at last ≤ 0.04",
            "reveals_per_validator at mean ≥ 1",
        }
    )]
    [InlineData(
        "quickstart",
        new[] { "arrivals=", "miners[4].working_tempos=1000" },
        new[] { "incentive_share of idlers at last ≤ 0.04", "prunings_after_immunity at last ≥ 1" }
    )]
    [InlineData(
        "honest-baseline",
        new[] { "queries.deadline=1 ms" },
        new[] { "rank_agreement at last ≥ 0.8", "vtrust at last ≥ 0.9" }
    )]
    [InlineData(
        "honest-baseline",
        new[] { "validators[1].strategy=absentee" },
        new[] { "dividend_share of small at mean in [0.19, 0.21]" }
    )]
    [InlineData(
        "weight-copying",
        new[] { "commit_reveal=timelock" },
        new[] { "dividend_share of copier at mean ≥ 0.168", "vtrust of copier at mean ≥ 0.98" }
    )]
    [InlineData(
        "weight-copying-sealed",
        new[] { "commit_reveal=off" },
        new[] { "dividend_share of copier at mean ≤ 0.145", "dividend_share of copier at last ≤ 0.165" }
    )]
    [InlineData(
        "cabal",
        new[] { "subnet.kappa=0.3" },
        new[] { "incentive_share of accomplices at mean ≤ 0.05", "vtrust of plotters at mean ≤ 0.6" }
    )]
    [InlineData(
        "registration-churn",
        new[] { "arrivals.per_day=0" },
        new[]
        {
            "incentive_share of founders at last ≤ 0.05",
            "model_quality at last ≥ 0.7",
            "registrations at last ≥ 26",
        }
    )]
    [InlineData(
        "compute-vs-skill",
        new[] { "miners[2].label_noise=1", "miners[3].label_noise=1" },
        new[]
        {
            "profit_per_miner of small-skilled at last ≥ 300",
            "profit_per_miner of large-skilled at last ≥ 300",
        }
    )]
    [InlineData(
        "compute-vs-skill",
        new[] { "miners[1].label_noise=0", "miners[1].data_share=0.3", "miners[1].hidden=32" },
        new[]
        {
            "model_quality of large-unskilled at last ≤ 0.54",
            "profit_per_miner of large-unskilled at last ≤ 100",
        }
    )]
    [InlineData(
        "compute-vs-skill",
        new[] { "epochs=6", "queries.deadline=1 ms", "miners[0].label_noise=1" },
        new[] { "model_quality of small-unskilled at last ≥ 0.54", "rank_agreement at last ≥ 0.8" }
    )]
    [InlineData(
        "copycat-latency",
        new[] { "queries.deadline=12000 ms", "miners[1].latency=12000 ms" },
        new[]
        {
            "incentive_per_miner of near at last ≥ 0.0666",
            "incentive_share of halfway at last ≤ 0",
            "incentive_share of far at last ≤ 0",
        }
    )]
    [InlineData(
        "model-theft",
        new[] { "miners[2].fine_tune_after=", "miners[3].steal_every=1000" },
        new[]
        {
            "profit_per_miner of thieves at last ≥ 250",
            "model_quality of tuners at last ≥ 0.78",
            "profit_per_miner of tuners at last ≥ 285",
        }
    )]
    [InlineData(
        "model-theft",
        new[] { "miners[3].steal_every=1" },
        new[] { "model_quality of thieves at last ≤ 0.795" }
    )]
    [InlineData(
        "model-theft",
        new[] { "epochs=4", "miners[3].strategy=firm", "miners[3].steal_every=" },
        new[] { "costs_per_miner of thieves at last ≤ 1" }
    )]
    [InlineData(
        "one-validator-budget",
        new[] { "validators[0].memory=0", "validators[0].questions=256" },
        new[] { "score_error at mean ≥ 0.08" }
    )]
    [InlineData(
        "one-validator-budget",
        new[] { "validators[0].memory=0" },
        new[] { "rank_agreement at last ≥ 0.75" }
    )]
    [InlineData(
        "sybil-one-model",
        new[]
        {
            "epochs=10",
            "miners[1].strategy=firm",
            "miners[1].owner=",
            "miners[0].hidden=1",
            "miners[0].data_share=0.001",
        },
        new[] { "incentive_share of sybils at last in [0.45, 0.55]", "costs_per_miner of sybils at last ≤ 3" }
    )]
    [InlineData(
        "sybil-one-model",
        new[] { "epochs=10", "prices.alpha=0.1 TAO" },
        new[] { "profit_per_miner of singles at last ≤ 185" }
    )]
    [InlineData(
        "sybil-one-model",
        new[] { "miners[1].strategy=firm", "miners[1].owner=" },
        new[] { "profit_per_miner of sybils at last ≥ 185" }
    )]
    [InlineData(
        "winner-takes-all",
        new[] { "validators[0].weights=power" },
        new[] { "gini_incentive at mean ≥ 0.95", "rank_agreement at mean ≤ 0.5" }
    )]
    [InlineData(
        "drift-and-decay",
        new[] { "epochs=20", "drift=" },
        new[] { "incentive_share of graduates at last ≤ 0.1", "model_quality of graduates at last ≤ 0.2" }
    )]
    [InlineData(
        "drift-and-decay",
        new[] { "miners[0].compute=0.1 MFLOP" },
        new[] { "model_quality of students at last ≥ 0.7" }
    )]
    [InlineData(
        "leaked-questions",
        new[]
        {
            "queries.leaked=0",
            "miners[0].hidden=4",
            "miners[1].data_share=0.5",
            "miners[1].compute=40 MFLOP",
        },
        new[]
        {
            "incentive_share of memorisers at mean in [0.52, 0.6]",
            "model_quality of memorisers at last ≤ 0.78",
            "rank_agreement at last ≤ 0.5",
        }
    )]
    [InlineData(
        "forecast-market",
        new[]
        {
            "miners[0].label_noise=1",
            "miners[1].label_noise=1",
            "miners[2].label_noise=1",
            "miners[3].label_noise=1",
        },
        new[]
        {
            "median_quality of honest at last ≥ 0.05",
            "median_quality of ridge at last ≥ 0.08",
            "median_quality of stumps at last ≥ 0.03",
            "median_quality of networks at last ≥ 0.03",
            "median_quality of seasonal at last ≥ 0.05",
        }
    )]
    [InlineData(
        "forecast-market",
        new[] { "miners[4].model=ridge" },
        new[] { "model_quality of tutorial at last ≤ 0", "incentive_share of tutorial at last ≤ 0" }
    )]
    [InlineData(
        "forecast-market",
        new[] { "queries.deadline=1 ms" },
        new[] { "rank_agreement of honest at last ≥ 0.8" }
    )]
    [InlineData(
        "image-market",
        new[]
        {
            "epochs=4",
            "miners[0].label_noise=1",
            "miners[1].label_noise=1",
            "miners[2].label_noise=1",
            "miners[3].label_noise=1",
        },
        new[]
        {
            "median_quality of honest at last ≥ 0.6",
            "median_quality of softmax at last ≥ 0.7",
            "median_quality of perceptrons at last ≥ 0.7",
            "median_quality of convolutions at last ≥ 0.7",
            "median_quality of neighbours at last ≥ 0.65",
        }
    )]
    [InlineData(
        "image-market",
        new[] { "epochs=4", "queries.deadline=1 ms" },
        new[] { "rank_agreement at last ≥ 0.8" }
    )]
    [InlineData(
        "image-market",
        new[] { "epochs=4", "miners[4].model=nearest-neighbours" },
        new[] { "incentive_share of tutorials at last ≤ 0.001" }
    )]
    [InlineData(
        "text-market",
        new[] { "epochs=4", "queries.deadline=1 ms", "miners[0].compute=0.01 MFLOP" },
        new[] { "median_quality of honest at last ≥ 0.3554", "rank_agreement at last ≥ 0.8" }
    )]
    [InlineData(
        "text-market",
        new[] { "epochs=10", "miners[3].model=ngram" },
        new[] { "incentive_share of tutorials at last ≤ 0.001" }
    )]
    [InlineData(
        "translation-market",
        new[] { "epochs=4", "queries.deadline=1 ms" },
        new[] { "rank_agreement at last ≥ 0.8" }
    )]
    [InlineData(
        "translation-market",
        new[]
        {
            "epochs=4",
            "miners[0].compute=0.001 MFLOP",
            "miners[1].compute=0.001 MFLOP",
            "miners[2].compute=0.0001 MFLOP",
            "miners[3].model=nearest-sentence",
        },
        new[] { "median_quality of honest at last ≥ 0.36" }
    )]
    [InlineData(
        "translation-market",
        new[] { "epochs=4", "miners[3].model=ibm-model-1" },
        new[] { "incentive_share of tutorials at last ≤ 0.001" }
    )]
    [InlineData(
        "lazy-miners",
        new[] { "miners[1].working_tempos=1000" },
        new[] { "incentive_share of workers at last ≥ 0.55", "incentive_share of idlers at last ≤ 0.45" }
    )]
    public void An_expectation_fails_when_what_it_speaks_of_is_switched_off(
        string name,
        string[] switchedOff,
        string[] missed
    )
    {
        RunResult result = Run(name, switchedOff);

        Assert.Empty(
            missed.Except(result.Expectations.Where(e => e.Outcome == Outcome.Missed).Select(e => e.Text))
        );
    }

    [Fact]
    public void Nothing_is_expected_that_cannot_fail_by_a_switch_above()
    {
        IEnumerable<string> switchedOff =
            from attribute in typeof(LibraryTests)
                .GetMethod(nameof(An_expectation_fails_when_what_it_speaks_of_is_switched_off))!
                .GetCustomAttributes<InlineDataAttribute>()
            from missed in (string[])attribute.Data[2]!
            select $"{attribute.Data[0]}: {missed}";
        IEnumerable<string> expected = ScenarioFile.LibraryNames.SelectMany(name =>
            ScenarioFile.Load(name, []).Expect.Select(e => $"{name}: {e}")
        );

        Assert.Equal(expected.Order(), switchedOff.Distinct().Order());
    }

    private static RunResult Run(string name, params string[] sets) =>
        Runner.Run(ScenarioFile.Load(name, sets), cancel: TestContext.Current.CancellationToken);

    private static void WriteDigest(string name, string digest)
    {
        string file = SourceTree.Path("Simulator.Scenarios", "Library", name + ".yaml");
        string text = File.ReadAllText(file);
        File.WriteAllText(
            file,
            Regex.Replace(text, "^digest: .*$", $"digest: {digest}", RegexOptions.Multiline)
        );
    }
}
