using System.Runtime.Intrinsics;
using Simulator.Core.Consensus.Rules.Paper;
using Simulator.Core.Randomness;

namespace Simulator.Core.Tests.Consensus.Rules.Paper;

public sealed class RunningSumTests
{
    [Fact]
    public void A_sum_in_parts_has_the_bits_of_the_whole()
    {
        for (int columns = 1; columns <= 70; columns++)
        {
            int lanes = (columns + 7) / 8;
            LaneMemory memory = new(lanes * 8);
            Rng rng = new RandomStreams(5).For("sum", (ulong)columns);
            for (int j = 0; j < columns; j++)
            {
                memory[j] = Math.ScaleB(rng.NextDouble(), (int)(40 * rng.NextDouble()));
            }
            for (int part = 2; part <= lanes + 1; part += 2)
            {
                Row row = new(memory.Lanes);
                RunningSum sum = default;
                for (int from = 0; from < lanes; from += part)
                {
                    sum.Add(ref row, from, Math.Min(from + part, lanes), columns);
                }
                Assert.Equal(LaneSum.Of(memory.Numbers[..columns]), sum.Total(columns));
            }
        }
    }

    private readonly ref struct Row(ReadOnlySpan<Vector512<double>> lanes) : ILaneRow
    {
        private readonly ReadOnlySpan<Vector512<double>> _lanes = lanes;

        public Vector512<double> At(int lane) => _lanes[lane];
    }
}
