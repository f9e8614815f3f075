namespace Simulator.Core.Consensus.Execution.Compressed;

/// <summary>One block of columns with everything that the programs read, small enough for the nearest cache: [depth][column].</summary>
internal sealed unsafe class BlockTile
{
    private const int Width = CompressedEpoch.BlockColumns;

    private readonly PinnedMemory<long> _numbers = new(2 * Width);
    private PinnedMemory<uint> _codes = new(0);
    private PinnedMemory<uint> _votingCodes = new(0);
    private PinnedMemory<uint> _votes = new(0);
    private PinnedMemory<long> _stake = new(0);
    private PinnedMemory<ushort> _bonds = new(0);
    private int _room = -1;
    private uint _allVotes;

    /// <summary>Number of cells of a column.</summary>
    public int Depth { get; private set; }

    /// <summary>Weight codes.</summary>
    public uint* Codes => _codes.Pointer;

    /// <summary>Weight codes of voters, no entry for others, one row deeper: all voters without a weight.</summary>
    public uint* VotingCodes => _votingCodes.Pointer;

    /// <summary>Votes to <see cref="VotingCodes"/>.</summary>
    public uint* Votes => _votes.Pointer;

    /// <summary>Active stake, I32F32.</summary>
    public long* Stake => _stake.Pointer;

    /// <summary>Bonds before the epoch, out of 65,535.</summary>
    public ushort* Bonds => _bonds.Pointer;

    /// <summary>Consensus of each column, I32F32.</summary>
    public long* Consensus => _numbers.Pointer;

    /// <summary>Rank of each column, I32F32.</summary>
    public long* Ranks => _numbers.Pointer + Width;

    /// <summary>Makes room for the blocks of an epoch.</summary>
    public void Begin(CompressedEpoch epoch)
    {
        if (epoch.Rows > _room)
        {
            long cells = (epoch.Rows + 1L) * Width;
            (_codes, _votingCodes, _votes) = (new(cells), new(cells), new(cells));
            (_stake, _bonds, _room) = (new(cells), new(cells), epoch.Rows);
        }
        _allVotes = 0;
        foreach (uint votes in new ReadOnlySpan<uint>(epoch.Votes, epoch.Voters))
        {
            // Shares may sum to exactly 2³², which is 0 here: then no bound is ever compared with all of them.
            _allVotes = unchecked(_allVotes + votes);
        }
    }

    /// <summary>Spreads a block.</summary>
    public void Load(CompressedEpoch epoch, int block)
    {
        Depth = epoch.Blocks.Depth(block);
        ulong* cells = epoch.Blocks.Cells + epoch.Blocks.Start(block);
        uint* missing = stackalloc uint[Width];
        new Span<uint>(missing, Width).Fill(_allVotes);
        for (int k = 0; k < Depth; k++)
        {
            for (int lane = 0; lane < Width; lane++)
            {
                unchecked
                {
                    int at = (k * Width) + lane;
                    ulong cell = cells[at];
                    int row = (ushort)(cell >> 32);
                    uint code = (uint)cell,
                        votes = epoch.Votes[row];
                    Codes[at] = code;
                    VotingCodes[at] = votes > 0 ? code : 0;
                    Votes[at] = votes;
                    Stake[at] = epoch.Stake[row];
                    Bonds[at] = (ushort)(cell >> 48);
                    missing[lane] -= votes;
                }
            }
        }
        int last = Depth * Width;
        new Span<uint>(VotingCodes + last, Width).Clear();
        new ReadOnlySpan<uint>(missing, Width).CopyTo(new(Votes + last, Width));
    }

    /// <summary>Hands the columns' consensus on.</summary>
    public void StoreConsensus(CompressedEpoch epoch, int block)
    {
        ReadOnlySpan<int> columns = epoch.Blocks.Columns(block);
        for (int lane = 0; lane < columns.Length; lane++)
        {
            epoch.Consensus[columns[lane]] = Consensus[lane];
        }
    }

    /// <summary>Fetches the columns' consensus again.</summary>
    public void LoadConsensus(CompressedEpoch epoch, int block)
    {
        ReadOnlySpan<int> columns = epoch.Blocks.Columns(block);
        for (int lane = 0; lane < columns.Length; lane++)
        {
            Consensus[lane] = epoch.Consensus[columns[lane]];
        }
    }

    /// <summary>Hands the columns' ranks on.</summary>
    public void StoreRanks(CompressedEpoch epoch, int block)
    {
        ReadOnlySpan<int> columns = epoch.Blocks.Columns(block);
        for (int lane = 0; lane < columns.Length; lane++)
        {
            epoch.Incentive[columns[lane]] = Ranks[lane];
        }
    }
}
