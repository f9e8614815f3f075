using System.Collections.Immutable;
using Simulator.Scenarios.Metagraphs;
using Simulator.Scenarios.Metagraphs.Changes;

namespace Simulator.Scenarios.Tests.Metagraphs;

public sealed class ChangesTests
{
    [Fact]
    public void A_shifted_validator_has_the_row_of_the_next_epoch_and_keeps_its_last()
    {
        Metagraph shifted = RowChanges.Shifted(Rising(4), "A");

        Assert.Equal([1, 2, 3, 3], Marks(shifted, "A"));
        Assert.Equal([0, 1, 2, 3], Marks(shifted, "B"));
        Assert.Equal([10, 11, 12, 13], shifted.Epochs.Select(e => e.Find("A")!.Stake));
    }

    [Fact]
    public void A_shifted_validator_that_pauses_keeps_its_row_before_the_pause()
    {
        Metagraph series = Rising(4);
        series = series with { Epochs = series.Epochs.SetItem(2, Without(series.Epochs[2], "A")) };

        Metagraph shifted = RowChanges.Shifted(series, "A");

        Assert.Equal([1, 1, -1, 3], Marks(shifted, "A"));
    }

    [Theory]
    [InlineData(0, new[] { 0.0, 1, 2, 3 })]
    [InlineData(1, new[] { 0.0, 0, 1, 2 })]
    [InlineData(3, new[] { 0.0, 0, 0, 0 })]
    [InlineData(9, new[] { 0.0, 0, 0, 0 })]
    public void Delayed_rows_are_those_of_so_many_epochs_before_and_first_those_of_epoch_0(
        int delay,
        double[] marks
    )
    {
        Metagraph one = RowChanges.Delayed(Rising(4), "A", delay);
        Metagraph all = RowChanges.Delayed(Rising(4), null, delay);

        Assert.Equal(marks, Marks(one, "A"));
        Assert.Equal([0, 1, 2, 3], Marks(one, "B"));
        Assert.Equal(marks, Marks(all, "A"));
        Assert.Equal(marks, Marks(all, "B"));
        Assert.Equal([10, 11, 12, 13], one.Epochs.Select(e => e.Find("A")!.Stake));
    }

    [Fact]
    public void A_delayed_validator_that_joins_late_begins_with_its_first_row()
    {
        Metagraph series = Rising(4);
        series = series with { Epochs = [Without(series.Epochs[0], "A"), .. series.Epochs.Skip(1)] };

        Assert.Equal([-1, 1, 1, 2], Marks(RowChanges.Delayed(series, "A", 1), "A"));
    }

    [Fact]
    public void A_dropped_validator_is_in_no_epoch_and_no_base()
    {
        Metagraph series = RowChanges.Without(Rising(2) with { BaseValidator = "A" }, ["A"]);

        Assert.Equal(["B"], series.Validators);
        Assert.Null(series.BaseValidator);
    }

    [Theory]
    [InlineData(2, new[] { 0.0, 1 })]
    [InlineData(5, new[] { 0.0, 1, 2, 2, 2 })]
    public void A_series_is_cut_or_its_last_epoch_held(int epochs, double[] marks) =>
        Assert.Equal(marks, Marks(RowChanges.Lasting(Rising(3), epochs), "A"));

    [Fact]
    public void A_copier_sets_what_half_of_the_stake_supports_as_it_was()
    {
        // Of miner 0 A and B together hold half of the stake and support 0.4; of miner 1 only C and B support 0.2.
        Metagraph series = Series(
            Epoch(("A", 30, [0.8, 0.2, 0]), ("B", 20, [0.4, 0.6, 0]), ("C", 50, [0, 0.2, 0.8])),
            Epoch(("A", 30, [0, 0, 5]), ("B", 20, [0, 0, 3]), ("C", 50, [0, 0, 9]))
        );

        Metagraph with = Copiers.Join(series, [new(0, 7), new(1, 8)]);

        ImmutableArray<double> first = with.Epochs[0].Find("copier-1")!.Weights;
        // 0.4, 0.2 and 0.8, over their sum; each was divided by the same 1 + 1e-6 before.
        Assert.Equal(0.4 / 1.4, first[0], 1e-12);
        Assert.Equal(0.2 / 1.4, first[1], 1e-12);
        Assert.Equal(0.8 / 1.4, first[2], 1e-12);
        Assert.Equal([0, 0, 1], with.Epochs[1].Find("copier-1")!.Weights);
        Assert.Equal([0, 0, 0], with.Epochs[0].Find("copier-2")!.Weights);
        Assert.Equal(first, with.Epochs[1].Find("copier-2")!.Weights);
        Assert.All(
            with.Epochs,
            e => Assert.Equal((7, 8), (e.Find("copier-1")!.Stake, e.Find("copier-2")!.Stake))
        );
    }

    [Fact]
    public void Where_nobody_agrees_a_copier_sets_nothing() =>
        Assert.Equal(
            [0, 0, 0],
            Copiers.Agreed(Epoch(("A", 1, [1, 0, 0]), ("B", 1, [0, 0, 0]), ("C", 1, [0, 1, 0])), 3)
        );

    [Fact]
    public void Without_any_stake_a_copier_sets_nothing() =>
        Assert.Equal([0, 0, 0], Copiers.Agreed(Epoch(("A", 0, [1, 0, 0])), 3));

    private static double[] Marks(Metagraph series, string hotkey) =>
        [.. series.Epochs.Select(e => e.Find(hotkey)?.Weights[0] ?? -1)];

    private static Metagraph Rising(int epochs) =>
        Series([
            .. Enumerable.Range(0, epochs).Select(e => Epoch(("A", 10 + e, [e, 0, 0]), ("B", 20, [e, 0, 0]))),
        ]);

    private static Metagraph Series(params ImmutableArray<MetagraphEpoch> epochs) =>
        new()
        {
            Id = "x",
            Source = "test",
            Name = "x",
            Miners = ["0", "1", "2"],
            Epochs = epochs,
        };

    private static MetagraphEpoch Epoch(params (string Hotkey, double Stake, double[] Weights)[] rows) =>
        new(null, [.. rows.Select(r => new ValidatorRow(null, r.Hotkey, r.Stake, [.. r.Weights]))]);

    private static MetagraphEpoch Without(MetagraphEpoch epoch, string hotkey) =>
        epoch with
        {
            Validators = [.. epoch.Validators.Where(row => row.Hotkey != hotkey)],
        };
}
