using CsCheck;
using Simulator.Core.Consensus;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Numerics;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Consensus;

/// <summary>What holds of every epoch.</summary>
public sealed class EpochPropertyTests
{
    private const int Samples = 1000;

    [Fact]
    public void Permuting_uids_permutes_results() =>
        RandomEpoch
            .Inputs.SelectMany(input =>
                Gen.Select(Gen.Const(input), Gen.Shuffle(Enumerable.Range(0, input.Neurons).ToArray()))
            )
            .Sample(
                (input, to) =>
                {
                    EpochOutput plain = new ScalarEpoch().Run(input);
                    EpochOutput permuted = new ScalarEpoch().Run(Permuted(input, to));
                    for (int i = 0; i < to.Length; i++)
                    {
                        Assert.Equal(Neuron(plain, i), Neuron(permuted, to[i]));
                    }
                    Assert.Equal(
                        RandomEpoch
                            .Entries(plain.Bonds)
                            .Select(x => (to[x.Row], to[x.Column], x.Value))
                            .Order(),
                        RandomEpoch.Entries(permuted.Bonds).Order()
                    );
                },
                iter: Samples
            );

    [Fact]
    public void Nothing_is_minted() =>
        RandomEpoch.Inputs.Sample(
            input =>
            {
                EpochOutput found = new ScalarEpoch().Run(input);
                UInt128 paid = Sum(found.ServerEmission) + Sum(found.ValidatorEmission);
                Assert.True(paid <= input.Emission.Rao, $"{paid} paid of {input.Emission.Rao}");
                Assert.True(Sum(found.Emission) <= input.Emission.Rao);
                Assert.True(found.Incentive.Sum(x => x) <= PerU16.One);
                Assert.True(found.Dividends.Sum(x => x) <= PerU16.One);
                Assert.True(found.StakeWeight.Sum(x => x) <= PerU16.One);
            },
            iter: Samples
        );

    [Fact]
    public void Whatever_stake_is_there_nearly_all_is_paid() =>
        RandomEpoch
            .Inputs.Where(input => input.AlphaStake.Any(x => x > 0))
            .Sample(
                input =>
                {
                    // A share of 2⁻³² is lost per neuron and division, and a rao per payment.
                    EpochOutput found = new ScalarEpoch().Run(input);
                    UInt128 lost = input.Emission.Rao - Sum(found.Emission);
                    Assert.True(
                        lost <= (UInt128)input.Neurons * (1 + 4 * (input.Emission.Rao >> 30)),
                        $"{lost} lost"
                    );
                },
                iter: Samples
            );

    [Fact]
    public void Permits_go_to_no_more_than_allowed_but_for_the_owner() =>
        RandomEpoch.Inputs.Sample(
            input =>
            {
                bool[] permit = new ScalarEpoch().Run(input).ValidatorPermit;
                int owner = input.OwnerUid is { } uid && permit[uid.Index] ? 1 : 0;
                Assert.True(permit.Count(x => x) <= input.Parameters.MaxAllowedValidators + owner);
            },
            iter: Samples
        );

    [Fact]
    public void Bonds_are_kept_by_those_with_a_permit_alone() =>
        RandomEpoch.Inputs.Sample(
            input =>
            {
                EpochOutput found = new ScalarEpoch().Run(input);
                for (int i = 0; i < input.Neurons; i++)
                {
                    Assert.True(found.Bonds.Contains(i));
                    Assert.True(found.ValidatorPermit[i] || found.Bonds[i].IsEmpty);
                }
            },
            iter: Samples
        );

    [Fact]
    public void Looking_at_the_stages_and_using_an_instance_again_change_nothing()
    {
        ScalarEpoch used = new();
        RandomEpoch.Inputs.Sample(
            input =>
            {
                EpochOutput plain = new ScalarEpoch().Run(input);
                foreach (EpochOutput other in new[] { used.Run(input), used.Run(input, new Onlooker()) })
                {
                    for (int i = 0; i < input.Neurons; i++)
                    {
                        Assert.Equal(Neuron(plain, i), Neuron(other, i));
                    }
                    Assert.Equal(RandomEpoch.Entries(plain.Bonds), RandomEpoch.Entries(other.Bonds));
                }
            },
            iter: Samples,
            threads: 1
        );
    }

    private static (bool, bool, ulong, ulong, ulong, (ushort, ushort, ushort, ushort, ushort)) Neuron(
        EpochOutput x,
        int i
    ) =>
        (
            x.Active[i],
            x.ValidatorPermit[i],
            x.Emission[i],
            x.ServerEmission[i],
            x.ValidatorEmission[i],
            (x.Incentive[i], x.Consensus[i], x.Dividends[i], x.ValidatorTrust[i], x.StakeWeight[i])
        );

    private static UInt128 Sum(ulong[] amounts) => amounts.Aggregate(UInt128.Zero, (sum, x) => sum + x);

    private static EpochInput Permuted(EpochInput x, int[] to) =>
        new()
        {
            Neurons = x.Neurons,
            Parameters = x.Parameters,
            CurrentBlock = x.CurrentBlock,
            LastMechanismStepBlock = x.LastMechanismStepBlock,
            LastUpdate = Permuted(x.LastUpdate, to),
            BlockAtRegistration = Permuted(x.BlockAtRegistration, to),
            AlphaStake = Permuted(x.AlphaStake, to),
            TaoStake = Permuted(x.TaoStake, to),
            ValidatorPermit = Permuted(x.ValidatorPermit, to),
            OwnerUid = x.OwnerUid is { } uid ? new Uid((ushort)to[uid.Index]) : null,
            EarliestLiveCommit = Permuted(x.EarliestLiveCommit, to),
            Emission = x.Emission,
            Weights = Permuted(x.Weights, to),
            Bonds = Permuted(x.Bonds, to),
        };

    private static T[] Permuted<T>(T[] values, int[] to)
    {
        T[] permuted = new T[values.Length];
        for (int i = 0; i < to.Length; i++)
        {
            permuted[to[i]] = values[i];
        }
        return permuted;
    }

    private static StoredRows Permuted(StoredRows rows, int[] to) =>
        RandomEpoch.Stored(RandomEpoch.Entries(rows).Select(x => (to[x.Row], to[x.Column], x.Value)));

    private sealed class Onlooker : IEpochStages
    {
        public void Record(string stage, ReadOnlySpan<bool> flags) { }

        public void Record(string stage, ReadOnlySpan<ulong> integers) { }

        public void Record(string stage, ReadOnlySpan<I32F32> shares) { }

        public void Record(string stage, ReadOnlySpan<I64F64> stakes) { }

        public void Record(string stage, SparseMatrix matrix) { }

        public void RecordDense(string stage, ReadOnlySpan<I32F32> matrix) { }

        public void RecordCount(string stage, int count) { }
    }
}
