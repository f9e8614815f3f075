using System.Collections.Immutable;
using System.Text.Json;

namespace Simulator.Scenarios.Metagraphs.Replays;

/// <summary>Reads the epochs of a replay file: matrices, stakes and who takes part.</summary>
/// <param name="root">The object of the file.</param>
/// <param name="lists">Its lists.</param>
/// <param name="complaints">Takes what is wrong.</param>
internal sealed class ReplayEpochs(JsonElement root, JsonList lists, Complaints complaints)
{
    /// <summary>Names of the validators.</summary>
    public required ImmutableArray<string> Validators { get; init; }

    /// <summary>Number of miners.</summary>
    public required int Miners { get; init; }

    /// <summary>Number of epochs.</summary>
    public required int Count { get; init; }

    /// <summary>The epochs; none when there is a mistake.</summary>
    public ImmutableArray<MetagraphEpoch> Read()
    {
        ImmutableArray<ImmutableArray<ImmutableArray<double>>> matrices = Unique(
            ReplayMembers.WeightsUnique,
            Matrix
        );
        ImmutableArray<int> matrixOf = Index(ReplayMembers.WeightsIndex, matrices.Length);
        ImmutableArray<ImmutableArray<double>> stakes = Unique(
            ReplayMembers.StakesUnique,
            (list, path) => lists.Amounts(list, path, Validators.Length)
        );
        ImmutableArray<int> stakeOf = Index(ReplayMembers.StakesIndex, stakes.Length);
        ImmutableArray<ImmutableArray<int>> present = root.TryGetProperty(ReplayMembers.PresentUnique, out _)
            ? Unique(ReplayMembers.PresentUnique, Present)
            :
            [
                [.. Enumerable.Range(0, Validators.Length)],
            ];
        ImmutableArray<int> presentOf = root.TryGetProperty(ReplayMembers.PresentUnique, out _)
            ? Index(ReplayMembers.PresentIndex, present.Length)
            : [.. new int[Count]];
        ImmutableArray<int?> uids = Optional(ReplayMembers.ValidatorUids, Validators.Length, Uid);
        ImmutableArray<long?> blocks = Optional(ReplayMembers.Blocks, Count, Block);
        if (!complaints.IsEmpty)
        {
            return [];
        }
        // Epochs that are alike share their rows.
        Dictionary<(int Matrix, int Stake, int Present), ImmutableArray<ValidatorRow>> rows = [];
        MetagraphEpoch[] epochs = new MetagraphEpoch[Count];
        for (int e = 0; e < Count; e++)
        {
            (int Matrix, int Stake, int Present) key = (matrixOf[e], stakeOf[e], presentOf[e]);
            if (!rows.TryGetValue(key, out ImmutableArray<ValidatorRow> validators))
            {
                validators =
                [
                    .. present[key.Present]
                        .Select(v => new ValidatorRow(
                            uids[v],
                            Validators[v],
                            stakes[key.Stake][v],
                            matrices[key.Matrix][v]
                        )),
                ];
                rows.Add(key, validators);
            }
            epochs[e] = new(blocks[e], validators);
        }
        return [.. epochs];
    }

    private ImmutableArray<T> Unique<T>(string member, Func<JsonElement, string, T> read) =>
        [.. lists.Of(member, 1, Count).Select((element, i) => read(element, $"{member}[{i}]"))];

    /// <summary>Which of the different ones each epoch has; zeros where these could not be read.</summary>
    private ImmutableArray<int> Index(string member, int different) =>
        different == 0 ? [.. new int[Count]] : lists.Indices(member, Count, different);

    private ImmutableArray<ImmutableArray<double>> Matrix(JsonElement matrix, string path) =>
        [
            .. lists
                .Of(matrix, path, Validators.Length, Validators.Length)
                .Select((row, v) => lists.Amounts(row, $"{path}[{v}]", Miners)),
        ];

    private ImmutableArray<int> Present(JsonElement set, string path)
    {
        ImmutableArray<int> rows =
        [
            .. lists
                .Of(set, path, 1, Validators.Length)
                .Select((row, i) => lists.Index(row, $"{path}[{i}]", Validators.Length)),
        ];
        for (int i = 1; i < rows.Length; i++)
        {
            if (rows[i] <= rows[i - 1])
            {
                complaints.Add($"{path}[{i}]", $"{rows[i]} does not stand behind a lower row");
            }
        }
        return rows;
    }

    private ImmutableArray<T?> Optional<T>(string member, int length, Func<JsonElement, string, T> read)
        where T : struct =>
        root.TryGetProperty(member, out _)
            ?
            [
                .. lists
                    .Of(member, length, length)
                    .Select(
                        (element, i) =>
                            element.ValueKind == JsonValueKind.Null
                                ? (T?)null
                                : read(element, $"{member}[{i}]")
                    ),
            ]
            : [.. new T?[length]];

    private int Uid(JsonElement element, string path) => lists.Index(element, path, MetagraphLimits.Neurons);

    private long Block(JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out long block) && block >= 0)
        {
            return block;
        }
        complaints.Add(path, $"it is {JsonList.Describe(element)}, not a block or null");
        return 0;
    }
}
