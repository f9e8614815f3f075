using Simulator.Core.Randomness;
using Simulator.Core.Tasks.DataAnalysis;

namespace Simulator.Core.Tests.Tasks.DataAnalysis;

public sealed class TableModelTests
{
    private const double Penalty = 3;

    [Theory]
    [InlineData("weather")]
    [InlineData("concrete")]
    public void Ridge_weights_solve_the_normal_equations_of_all_rows(string task)
    {
        TableShard shard = Learner.Shard(task, 0.2);
        var model = new RidgeRegression(shard, Penalty);
        model.Train(long.MaxValue / 2);
        double[] weights = model.Weights.ToArray();
        // Σ x (x·w − t) + penalty · w is the gradient of the penalised squares: zero at their minimum.
        double[] gradient = [.. weights.Select(w => Penalty * w)];
        for (int i = 0; i < shard.Count; i++)
        {
            double[] x = [.. shard.Table.Features(shard.Row(i)).ToArray().Select(f => (double)f), 1];
            double error = x.Zip(weights, (a, b) => a * b).Sum() - shard.ToLearn(i);
            for (int j = 0; j < x.Length; j++)
            {
                gradient[j] += x[j] * error;
            }
        }
        Assert.All(gradient, g => Assert.Equal(0, g, 1e-8));
        Assert.True(weights.Max(Math.Abs) > 0.1);
    }

    [Theory]
    [InlineData("concrete")]
    [InlineData("breast-cancer")]
    public void A_step_of_the_perceptron_follows_the_gradient_of_one_row(string task)
    {
        const float Rate = 1e-3f;
        const int Row = 5;
        const float Target = 0.25f;
        TableSet table = Learner.Task(task).Table;
        HiddenUnits network = new(table.FeatureCount, 13, 1, new Rng(4));
        // Two steps first: where the output is zero, hidden weights have no gradient.
        Step();
        Step();
        float before = network.Read(0, table.Features(Row));
        double lossBefore = 0.5 * (before - Target) * (before - Target);
        float[] old = network.Parameters();
        Step();
        float[] now = network.Parameters();
        float after = network.Read(0, table.Features(Row));
        double squares = old.Zip(now, (a, b) => ((a - b) / Rate) * (double)((a - b) / Rate)).Sum();
        double fall = lossBefore - 0.5 * (after - Target) * (after - Target);
        // To first order the loss falls by the rate times the squared length of the gradient.
        Assert.InRange(fall / (Rate * squares), 0.95, 1.05);
        Assert.True(squares > 1e-3, $"{squares}");

        void Step()
        {
            float error = network.Read(0, table.Features(Row)) - Target;
            network.PassBack(0, error);
            network.Descend(0, table.Features(Row), error, Rate);
        }
    }

    [Fact]
    public void The_padding_of_a_perceptron_stays_zero()
    {
        TableShard shard = Learner.Shard("weather");
        var model = new TablePerceptron(shard, 13, 0.1, new Rng(1));
        model.Train(5_000_000);
        float[] parameters = model.Network.Parameters();
        // 13 units fill two vectors of eight but for three.
        for (int i = 0; i < parameters.Length - 1; i++)
        {
            Assert.True(i % 16 < 13 || parameters[i] == 0, $"Parameter {i} moved.");
        }
        Assert.True(parameters.Count(p => p != 0) > 13 * shard.Table.FeatureCount);
    }

    [Fact]
    public void A_first_stump_splits_one_feature_in_two()
    {
        var model = new BoostedStumps(Learner.Shard("concrete"), 0.1, new Rng(1));
        model.Train(10_000);
        int[] used =
        [
            .. Enumerable
                .Range(0, model.Leaves.Length)
                .Where(cell => model.Leaves[cell] != 0)
                .Select(cell => cell / FeatureBins.PerFeature)
                .Distinct(),
        ];
        double[] leaves = model
            .Leaves.Slice(used.Single() * FeatureBins.PerFeature, FeatureBins.PerFeature)
            .ToArray();
        Assert.Equal(2, leaves.Distinct().Count());
        Assert.Equal(1, leaves.Zip(leaves.Skip(1)).Count(pair => pair.First != pair.Second));
    }

    [Theory]
    [InlineData("weather")]
    [InlineData("concrete")]
    [InlineData("breast-cancer")]
    public void Bins_hold_about_as_many_rows_each_where_values_differ(string task)
    {
        TableSet table = Learner.Task(task).Table;
        var bins = table.Bins;
        int[] counts = new int[FeatureBins.PerFeature];
        for (int row = 0; row < table.TrainingCount; row++)
        {
            counts[bins.Of(row)[0]]++;
        }
        Assert.Equal(table.TrainingCount, counts.Sum());
        Assert.True(counts.Max() < 4 * table.TrainingCount / FeatureBins.PerFeature, $"{counts.Max()}");
    }

    [Fact]
    public void A_season_is_warm_in_July_and_cold_in_January_and_a_departure_lasts_in_part()
    {
        var model = new SeasonalNaive(Learner.Shard("weather"), 20);
        Assert.Equal(1, model.Lasting);
        model.Train(long.MaxValue / 2);
        for (int place = 0; place < 2; place++)
        {
            double warmer = model.Usual(new(place, 200)) - model.Usual(new(place, 15));
            Assert.InRange(warmer, 12, 30);
        }
        Assert.InRange(model.Lasting, 0.3, 0.9);
    }
}
