using Simulator.Core.Consensus.Columns;
using Simulator.Core.Numerics.Lanes;

namespace Simulator.Core.Consensus.Execution;

/// <summary>The column programs on one column after the other: for processors without wide vectors.</summary>
internal sealed unsafe class ScalarColumns : IColumnExecution
{
    /// <inheritdoc/>
    public string Name => "scalar";

    /// <inheritdoc/>
    public void NormalizeRows(DenseEpoch epoch)
    {
        for (int i = 0; i < epoch.Rows; i++)
        {
            Span<uint> codes = new(epoch.Codes + (long)i * epoch.Stride, epoch.Columns);
            long sum = 0;
            foreach (uint code in codes)
            {
                sum += RowWeights.Stored(new ExactLane(code)).Bits;
            }
            Divisor<ExactLane> whole = ExactLane.DivisorOf(new(sum));
            foreach (ref uint code in codes)
            {
                code = (uint)RowWeights.Share(new ExactLane(code), whole).Bits;
            }
        }
    }

    /// <inheritdoc/>
    public void Run(DenseEpoch epoch)
    {
        for (int j = 0; j < epoch.Columns; j++)
        {
            uint code = ColumnMedian.Of<ExactCode, Votes>(new(epoch, j), new(epoch.Minority)).Bits;
            epoch.Consensus[j] = WeightCode.Value(new ExactLane(code)).Bits;
        }
        RuleParameters<ExactLane> p = new(epoch.Parameters);
        BondRule rule = ExactColumns.RuleOf(epoch);
        for (int j = 0; j < epoch.Columns; j++)
        {
            epoch.Incentive[j] = ExactColumns
                .Rank(new Column(epoch, j), rule, new(epoch.Consensus[j]), p)
                .Bits;
        }
        Proportions.Normalize(new(epoch.Incentive, epoch.Columns));
        for (int i = 0; i < epoch.Rows; i++)
        {
            epoch.Trust[i] = RowSums.Trust<ExactLane, Row>(new(epoch, i));
            epoch.Dividends[i] = RowSums.Dividend<ExactLane, Row>(new(epoch, i));
        }
    }

    private readonly struct Votes(DenseEpoch epoch, int column) : IVotes<ExactCode>
    {
        public int Voters => epoch.Voters;

        public ExactCode Code(int row) => new(epoch.Codes[(long)row * epoch.Stride + column]);

        ExactCode IVotes<ExactCode>.Votes(int row) => new(epoch.Votes[row]);
    }

    private readonly struct Column(DenseEpoch epoch, int column) : IColumn<ExactLane>
    {
        public int Rows => epoch.Rows;

        public ExactLane Reciprocal(int n) => default;

        public ExactLane Code(int row) => new(epoch.Codes[At(row)]);

        public ExactLane Stake(int row) => new(epoch.Stake[row]);

        public void Clip(int row, ExactLane clipped) { }

        public ExactLane Bond(int row) => new(epoch.Bonds[At(row)]);

        public void SetBond(int row, ExactLane units) => epoch.NewBonds[At(row)] = (ushort)units.Bits;

        public ExactLane Held(int row) => new(epoch.Shares[At(row)]);

        public void Hold(int row, ExactLane bond) => epoch.Shares[At(row)] = bond.Bits;

        public void SetShare(int row, ExactLane share) => epoch.Shares[At(row)] = share.Bits;

        private long At(int row) => (long)row * epoch.Stride + column;
    }

    private readonly struct Row(DenseEpoch epoch, int row) : IWeightRow<ExactLane>
    {
        public int Steps => epoch.Columns;

        public ExactLane Code(int step) => new(epoch.Codes[(long)row * epoch.Stride + step]);

        public ExactLane Consensus(int step) => new(epoch.Consensus[step]);

        public ExactLane Share(int step) => new(epoch.Shares[(long)row * epoch.Stride + step]);

        public ExactLane Incentive(int step) => new(epoch.Incentive[step]);
    }
}
