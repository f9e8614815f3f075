using CsCheck;
using Simulator.Core.Consensus;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Consensus.Execution.Compressed;

namespace Simulator.Core.Tests.Consensus.Execution.Compressed;

/// <summary>Every execution on compressed columns gives the bits of the plain reference.</summary>
public sealed class CompressedEpochTests
{
    private const double Always = double.PositiveInfinity;

    public static TheoryData<string> Executions => [.. CompressedExecutions.All().Select(x => x.Name)];

    [Theory]
    [MemberData(nameof(Executions))]
    public void Small_epochs_of_any_density_are_those_of_the_reference(string name) =>
        Compare(name, RandomEpoch.ThinOfSize(Gen.Int[1, 12]), samples: 100_000);

    [Theory]
    [MemberData(nameof(Executions))]
    public void Small_dense_epochs_are_those_of_the_reference(string name) =>
        Compare(name, RandomEpoch.Inputs, samples: 20_000);

    [Theory]
    [MemberData(nameof(Executions))]
    public void Epochs_of_several_blocks_are_those_of_the_reference(string name) =>
        Compare(name, RandomEpoch.ThinOfSize(Gen.Int[15, 100]), samples: 300);

    [Theory]
    [MemberData(nameof(Executions))]
    public void A_life_of_epochs_is_that_of_the_reference(string name) =>
        RandomEpoch
            .ThinOfSize(Gen.Int[1, 12])
            .Sample(
                input =>
                {
                    CompressedEpochs compressed = Execution(name);
                    ScalarEpoch reference = new();
                    EpochInput next = input;
                    for (int epoch = 0; epoch < 30; epoch++)
                    {
                        EpochOutput expected = reference.Run(next);
                        Holds(expected, compressed, next);
                        next = RandomEpoch.Following(next, expected);
                    }
                },
                iter: 500
            );

    [Fact]
    public void A_row_out_of_order_is_left_to_other_executions() =>
        RandomEpoch
            .ThinOfSize(Gen.Int[6, 12])
            .Sample(
                input =>
                {
                    input.Bonds.Set(2, [new(3, 1), new(1, 1)]);
                    Assert.Null(Execution("scalar").Run(input, new(input)));
                },
                iter: 100
            );

    [Fact]
    public void An_epoch_with_many_entries_is_left_to_other_executions() =>
        RandomEpoch
            .OfSize(Gen.Int[6, 12])
            .Sample(
                input =>
                    Assert.Null(
                        new CompressedEpochs(CompressedExecutions.Best(), densest: 0.1).Run(input, new(input))
                    ),
                iter: 100
            );

    [Theory]
    [MemberData(nameof(Executions))]
    public void Steady_state_allocates_nothing(string name)
    {
        ICompressedColumns columns = CompressedExecutions.All().Single(x => x.Name == name);
        CompressedPreparation preparation = new(columns);
        CompressedEpoch epoch = new();
        CompressedRows rows = new(columns);
        RandomEpoch
            .ThinOfSize(Gen.Const(40))
            .Sample(
                input =>
                {
                    EpochHead head = new(input);
                    Run(input, head);
                    Assert.Equal(0, Allocation.Least(() => Run(input, head)));
                },
                iter: 30,
                threads: 1
            );

        void Run(EpochInput input, EpochHead head)
        {
            preparation.TryFill(input, head, epoch);
            columns.Run(epoch);
            BondPresence presence = new(epoch.Rule, epoch.Parameters);
            for (int r = 0; r < epoch.Rows; r++)
            {
                rows.Sum(epoch, r, presence);
            }
        }
    }

    private static void Compare(string name, Gen<EpochInput> inputs, int samples)
    {
        ThreadLocal<(ScalarEpoch Reference, CompressedEpochs Compressed)> own = new(() =>
            (new ScalarEpoch(), Execution(name))
        );
        inputs.Sample(
            input => Holds(own.Value.Reference.Run(input), own.Value.Compressed, input),
            iter: samples
        );
    }

    private static void Holds(EpochOutput expected, CompressedEpochs compressed, EpochInput input)
    {
        EpochOutput? found = compressed.Run(input, new(input));
        Assert.NotNull(found);
        EpochEquality.Holds(expected, found);
    }

    private static CompressedEpochs Execution(string name) =>
        new(CompressedExecutions.All().Single(x => x.Name == name), Always);
}
