using CsCheck;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Consensus.Execution;

public sealed class CompleteRowTests
{
    private static readonly Gen<WeightEntry[]> Complete = Gen
        .UShort.Array[1, 70]
        .Select(values => values.Select((value, j) => new WeightEntry((ushort)j, value)).ToArray());

    [Fact]
    public void An_entry_for_every_slot_is_read_whole() =>
        Complete.Sample(row =>
        {
            uint[] codes = new uint[row.Length];
            ushort[] values = new ushort[row.Length];
            Assert.True(CompleteRow.TryReadCodes(row, codes));
            Assert.True(CompleteRow.TryReadValues(row, values));
            Assert.Equal(row.Select(entry => entry.Value), values);
            Assert.Equal(row.Select(entry => 1U + entry.Value), codes);
        });

    [Fact]
    public void A_row_with_a_wrong_slot_anywhere_is_refused() =>
        Gen.Select(Complete, Gen.Int[0, 69], Gen.UShort)
            .Sample(
                (row, k, uid) =>
                {
                    k %= row.Length;
                    WeightEntry[] other = [.. row];
                    other[k] = new(uid, row[k].Value);
                    bool same = uid == k;
                    Assert.Equal(same, CompleteRow.TryReadCodes(other, new uint[row.Length]));
                    Assert.Equal(same, CompleteRow.TryReadValues(other, new ushort[row.Length]));
                }
            );

    [Fact]
    public void A_row_of_another_length_is_refused() =>
        Complete.Sample(row =>
        {
            Assert.False(CompleteRow.TryReadCodes(row, new uint[row.Length + 1]));
            Assert.False(CompleteRow.TryReadValues(row, new ushort[row.Length + 1]));
        });
}
