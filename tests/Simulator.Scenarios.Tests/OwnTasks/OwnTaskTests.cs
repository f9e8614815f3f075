using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.DataAnalysis;
using Simulator.Core.Tasks.Translation;
using Simulator.Scenarios.Results;

namespace Simulator.Scenarios.Tests.OwnTasks;

public sealed class OwnTaskTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sim-own-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_table_of_numbers_becomes_a_task_that_is_learned()
    {
        Write("sales.csv", Sales(200));
        Scenario scenario = Load("{ name: my-sales, table: sales.csv, label: revenue }", "ridge");
        var task = (TableTask)scenario.World.Task!;

        Assert.Equal("my-sales", task.Name);
        Assert.Equal((TableKind.Regression, 2), (task.Table.Kind, task.Table.FeatureCount));
        Assert.Equal(200, task.Table.TrainingCount + task.Table.HeldOutCount);
        // A quarter, and what the last row held out has in common with others: no three rows are equal here.
        Assert.InRange(task.Table.HeldOutCount, 50, 52);
        RunResult run = Run(scenario);
        // The label is a sum of the features and a little noise: what is left of the mean's error is next to nothing.
        Assert.True(run.Metrics.Single(m => m is { Metric: "model_quality", Of: "learners" }).Last > 0.9);
    }

    [Fact]
    public void The_second_class_by_name_is_the_one_whose_probability_is_asked()
    {
        Write(
            "mail.csv",
            "length,class\n"
                + string.Concat(Enumerable.Range(0, 40).Select(i => $"{i},{(i < 30 ? "ham" : "spam")}\n"))
        );
        var task = (TableTask)
            Load("{ name: my-mail, table: mail.csv, label: class, kind: class }", "stumps").World.Task!;
        Assert.Equal(TableKind.Classification, task.Table.Kind);
        double spam = Enumerable.Range(0, 40).Sum(task.Table.Target);
        Assert.Equal(10, spam);
    }

    [Fact]
    public void Words_of_a_column_become_features_of_0_and_1_in_the_order_of_their_names()
    {
        string[] words = ["red", "blue", "NA"];
        double[] costs = [4, 9, 1];
        Write(
            "paint.csv",
            "price,colour,litres,cost\n"
                + string.Concat(
                    Enumerable.Range(0, 60).Select(i => $"{i},{words[i % 3]},{-i},{costs[i % 3]}\n")
                )
        );
        Scenario scenario = Load("{ name: paint, table: paint.csv, label: cost }", "ridge");
        TableSet table = ((TableTask)scenario.World.Task!).Table;
        Assert.Equal(5, table.FeatureCount);
        for (int row = 0; row < 60; row++)
        {
            double[] features = table.RawFeatures(row);
            int i = (int)features[0];
            // Price, NA, blue, red, litres.
            Assert.Equal([i, i % 3 == 2 ? 1 : 0, i % 3 == 1 ? 1 : 0, i % 3 == 0 ? 1 : 0, -i], features);
            Assert.Equal(costs[i % 3], table.Target(row));
        }
        // The colour alone says what it costs.
        Assert.True(
            Run(scenario).Metrics.Single(m => m is { Metric: "model_quality", Of: "learners" }).Last > 0.5
        );
    }

    [Fact]
    public void As_many_words_as_a_category_may_have_are_read()
    {
        Write(
            "towns.csv",
            "town,price\n" + string.Concat(Enumerable.Range(0, 64).Select(i => $"town {i % 32},{i}\n"))
        );
        TableSet table = (
            (TableTask)Load("{ name: towns, table: towns.csv, label: price }", "ridge").World.Task!
        ).Table;
        Assert.Equal(32, table.FeatureCount);
    }

    [Fact]
    public void Fields_in_quotation_marks_are_read_as_they_are_meant()
    {
        string[] words = ["\"a, b\"", "\"say \"\"c\"\"\"", "\"two\r\nlines\"", " plain "];
        Write(
            "quotes.csv",
            "\"size, in cm\", word ,\"y\"\r\n"
                + string.Concat(
                    Enumerable.Range(0, 40).Select(i => $"\"{i}\", {words[i % 4]}\t,\" {i * 2} \"\r\n")
                )
        );
        TableSet table = (
            (TableTask)Load("{ name: quotes, table: quotes.csv, label: y }", "ridge").World.Task!
        ).Table;
        // In the order of the words: 'a, b', 'plain', 'say "c"' and the two lines.
        int[] order = [0, 2, 3, 1];
        for (int row = 0; row < 40; row++)
        {
            double[] features = table.RawFeatures(row);
            int i = (int)features[0];
            double[] expected = [i, 0, 0, 0, 0];
            expected[1 + order[i % 4]] = 1;
            Assert.Equal(expected, features);
            Assert.Equal(i * 2, table.Target(row));
        }
    }

    [Fact]
    public void What_is_held_out_depends_on_the_file_alone()
    {
        Write("sales.csv", Sales(100));
        const string Task = "{ name: my-sales, table: sales.csv, label: revenue }";
        double[] once = HeldOut(Load(Task, "ridge"));
        Assert.Equal(once, HeldOut(Load(Task, "ridge", seed: 99)));
        Write("sales.csv", Sales(100) + "1,2,3\n");
        Assert.NotEqual(once, HeldOut(Load(Task, "ridge"))[..once.Length]);
    }

    [Fact]
    public void Rows_of_equal_features_stay_on_one_side()
    {
        Write("twins.csv", "x,y\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{i / 3},{i}\n")));
        TableSet table = (
            (TableTask)Load("{ name: twins, table: twins.csv, label: y }", "ridge").World.Task!
        ).Table;
        double[] Side(int from, int count) =>
            [.. Enumerable.Range(from, count).Select(row => table.RawFeatures(row)[0]).Distinct()];
        Assert.Empty(Side(0, table.TrainingCount).Intersect(Side(table.TrainingCount, table.HeldOutCount)));
    }

    [Fact]
    public void The_file_is_part_of_the_plan()
    {
        Write("sales.csv", Sales(100));
        const string Task = "{ name: my-sales, table: sales.csv, label: revenue }";
        Scenario scenario = Load(Task, "ridge");
        string sha256 = (string)scenario.Resolved["task"]!["sha256"]!;
        Assert.Equal(64, sha256.Length);
        Assert.Equal("0.25", scenario.Resolved["task"]!["held_out"]!.ToJsonString());
        Write("sales.csv", Sales(100).Replace("0,0,", "0,1,", StringComparison.Ordinal));
        Scenario other = Load(Task, "ridge");
        Assert.NotEqual(scenario.PlanHash, other.PlanHash);
        Assert.NotEqual(sha256, (string)other.Resolved["task"]!["sha256"]!);
    }

    [Fact]
    public void A_resolved_scenario_reads_back_as_the_same()
    {
        Write("sales.csv", Sales(100));
        Scenario scenario = Load("{ name: my-sales, table: sales.csv, label: revenue }", "ridge");
        Write("resolved.yaml", scenario.Resolved.ToJsonString());
        Assert.Equal(
            scenario.PlanHash,
            ScenarioFile.Load(Path.Combine(_folder.FullName, "resolved.yaml"), []).PlanHash
        );
    }

    [Fact]
    public void Sentence_pairs_become_a_task_whose_baseline_is_the_source()
    {
        Write(
            "pairs.tsv",
            string.Concat(
                Enumerable
                    .Range(0, 300)
                    .Select(i => $"word{(char)('a' + i % 26)}{i} stays here\tmot{i} reste ici\n")
            )
        );
        Scenario scenario = Load("{ name: my-pairs, sentences: pairs.tsv }", "nearest-sentence");
        var task = (LanguageTranslation)scenario.World.Task!;
        Assert.Equal("my-pairs", task.Name);
        Assert.Equal(300, task.Sentences.TrainingCount + task.Sentences.HeldOutCount);
        Assert.InRange(task.Sentences.HeldOutCount, 1, 100);
        Assert.Equal(task.Baseline, ModelQuality.Measure(task, new SourceCopy(), int.MaxValue), 1e-12);
    }

    [Fact]
    public void A_file_lies_beside_the_parent_that_names_it()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "base"));
        Write("base/sales.csv", Sales(100));
        Write("base/parent.yaml", Text("{ name: my-sales, table: sales.csv, label: revenue }", "ridge", 1));
        Write("child.yaml", "schema: sim/v1\nname: child\nextends: base/parent.yaml\n");
        Assert.Equal(
            "my-sales",
            ScenarioFile.Load(Path.Combine(_folder.FullName, "child.yaml"), []).World.Task!.Name
        );
    }

    [Fact]
    public void A_text_without_a_file_can_name_none_beside_it() =>
        Assert.Equal(
            "t.yaml(3,25): error: task.table: only a scenario file can name a file beside it",
            Assert
                .Throws<ScenarioException>(() =>
                    ScenarioFile.Parse(
                        "schema: sim/v1\nname: t\ntask: { name: a, table: b.csv, label: c }\nminers: [{ name: m, count: 1, strategy: random }]\n",
                        "t.yaml"
                    )
                )
                .Message
        );

    [Fact]
    public void A_world_of_ones_own_task_moves_nowhere()
    {
        Write("sales.csv", Sales(100));
        ScenarioException refusal = Assert.Throws<ScenarioException>(() =>
            Load("{ name: my-sales, table: sales.csv, label: revenue }\ndrift: { to: concrete }", "ridge")
        );
        Assert.EndsWith(
            "drift.to: 'task: my-sales' can move nowhere; a world moves only between tasks that come along",
            refusal.Message,
            StringComparison.Ordinal
        );
    }

    private static double[] HeldOut(Scenario scenario)
    {
        TableSet table = ((TableTask)scenario.World.Task!).Table;
        return [.. Enumerable.Range(table.TrainingCount, table.HeldOutCount).Select(table.Target)];
    }

    private static string Sales(int rows)
    {
        Rng rng = new(5);
        return "price,ads,revenue\n"
            + string.Concat(
                Enumerable
                    .Range(0, rows)
                    .Select(i => $"{i % 17},{i % 5},{3 * (i % 17) - 2 * (i % 5) + rng.NextInt(2)}\n")
            );
    }

    private static string Text(string task, string model, ulong seed) =>
        $$"""
            schema: sim/v1
            name: own
            seed: {{seed}}
            epochs: 3
            task: {{task}}
            validators:
              - { name: validators, count: 1, stake: 1000 alpha }
            miners:
              - { name: learners, count: 3, model: {{model}}, data_share: 1 }
            """;

    private void Write(string file, string text) =>
        File.WriteAllText(Path.Combine(_folder.FullName, file), text);

    private Scenario Load(string task, string model, ulong seed = 1)
    {
        Write("own.yaml", Text(task, model, seed));
        return ScenarioFile.Load(Path.Combine(_folder.FullName, "own.yaml"), []);
    }

    private static RunResult Run(Scenario scenario, int threads = 1) =>
        Runner.Run(scenario, threads, cancel: TestContext.Current.CancellationToken);
}
