using CsCheck;
using Simulator.Core.Consensus;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Consensus;

/// <summary>Every execution of the column programs gives the bits of the plain reference.</summary>
public sealed class LaneEpochTests
{
    public static TheoryData<string> Executions => [.. ColumnExecutions.All().Select(x => x.Name)];

    [Theory]
    [MemberData(nameof(Executions))]
    public void Small_epochs_are_those_of_the_reference(string name) =>
        Compare(name, RandomEpoch.Inputs, samples: 100_000);

    [Theory]
    [MemberData(nameof(Executions))]
    public void Epochs_of_more_validators_than_a_subnet_has_are_those_of_the_reference(string name) =>
        Compare(name, RandomEpoch.OfSize(Gen.Int[60, 100]), samples: 150);

    [Theory]
    [MemberData(nameof(Executions))]
    public void A_life_of_epochs_is_that_of_the_reference(string name) =>
        RandomEpoch.Inputs.Sample(
            input =>
            {
                LaneEpoch lanes = new(Execution(name));
                ScalarEpoch reference = new();
                EpochInput next = input;
                for (int epoch = 0; epoch < 30; epoch++)
                {
                    EpochOutput expected = reference.Run(next);
                    EpochEquality.Holds(expected, lanes.Run(next));
                    next = RandomEpoch.Following(next, expected);
                }
            },
            iter: 500
        );

    [Fact]
    public void A_row_out_of_order_goes_to_the_reference()
    {
        RandomEpoch
            .OfSize(Gen.Int[3, 12])
            .Sample(
                input =>
                {
                    for (int i = 0; i < input.Neurons; i++)
                    {
                        WeightEntry[] row = [.. input.Weights[i]];
                        Array.Reverse(row);
                        input.Weights.Set(i, row);
                    }
                    EpochEquality.Holds(new ScalarEpoch().Run(input), new LaneEpoch().Run(input));
                },
                iter: 2000
            );
    }

    [Theory]
    [MemberData(nameof(Executions))]
    public void Columns_in_steady_state_allocate_nothing(string name)
    {
        IColumnExecution columns = Execution(name);
        DenseEpoch dense = new();
        DensePreparation preparation = new(columns);
        RandomEpoch
            .OfSize(Gen.Const(40))
            .Sample(
                input =>
                {
                    preparation.TryFill(input, new(input), dense);
                    foreach (BondRule rule in Enum.GetValues<BondRule>())
                    {
                        dense.Rule = rule;
                        columns.Run(dense);
                        Assert.Equal(0, Allocation.Least(() => columns.Run(dense)));
                    }
                },
                iter: 10,
                threads: 1
            );
    }

    private static void Compare(string name, Gen<EpochInput> inputs, int samples)
    {
        ThreadLocal<(ScalarEpoch Reference, LaneEpoch Lanes)> own = new(() =>
            (new ScalarEpoch(), new LaneEpoch(Execution(name)))
        );
        inputs.Sample(
            input => EpochEquality.Holds(own.Value.Reference.Run(input), own.Value.Lanes.Run(input)),
            iter: samples
        );
    }

    private static IColumnExecution Execution(string name) =>
        ColumnExecutions.All().Single(x => x.Name == name);
}
