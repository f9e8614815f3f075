using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Simulator.Scenarios.Metagraphs.Replays;

/// <summary>Writes a series as a replay file: equal series give equal bytes.</summary>
internal sealed class ReplayText
{
    private readonly StringBuilder _text = new();

    private ReplayText() { }

    /// <summary>The text of the file: one member a line, one row of a matrix a line.</summary>
    /// <param name="series">The series.</param>
    /// <param name="sources">The files that it was read from.</param>
    public static string Of(Metagraph series, IReadOnlyList<FileOrigin> sources)
    {
        ReplayText text = new();
        text.Write(series, sources);
        return text._text.ToString();
    }

    private void Write(Metagraph series, IReadOnlyList<FileOrigin> sources)
    {
        ImmutableArray<string> validators = series.Validators;
        Distinct weights = new(),
            stakes = new(),
            present = new();
        MatrixText matrices = new(validators.Length, series.Miners.Length);
        foreach (MetagraphEpoch epoch in series.Epochs)
        {
            Dictionary<string, ValidatorRow> found = epoch.Validators.ToDictionary(row => row.Hotkey);
            ImmutableArray<ValidatorRow?> rows = [.. validators.Select(v => found.GetValueOrDefault(v))];
            weights.Add(matrices.Text(rows));
            stakes.Add(List(rows.Select(row => MatrixText.Number(row?.Stake ?? 0))));
            present.Add(List(Enumerable.Range(0, rows.Length).Where(v => rows[v] is not null).Select(Whole)));
        }
        _text.Append('{');
        Member(ReplayMembers.Id, Text(series.Id), first: true);
        Member(ReplayMembers.Source, Text(series.Source));
        Member(ReplayMembers.Name, Text(series.Name));
        Member(ReplayMembers.Epochs, Whole(series.Epochs.Length));
        Member(ReplayMembers.Validators, List(validators.Select(Text)));
        Member(ReplayMembers.Miners, List(series.Miners.Select(Text)));
        Member(ReplayMembers.BaseValidator, Text(series.BaseValidator ?? validators[0]));
        Member(ReplayMembers.WeightsUnique, $"[\n{string.Join(",\n", weights.Values)}\n]");
        Member(ReplayMembers.WeightsIndex, List(weights.Index.Select(Whole)));
        Member(ReplayMembers.StakesUnique, List(stakes.Values));
        Member(ReplayMembers.StakesIndex, List(stakes.Index.Select(Whole)));
        Member(ReplayMembers.Reset, Reset(series.Reset));
        Member(
            ReplayMembers.Overrides,
            $"{{{string.Join(", ", series.Overrides.Select(o => $"{Text(o.Key)}: {o.Value}"))}}}"
        );
        Member(ReplayMembers.NetUid, series.NetUid is { } netuid ? Whole(netuid) : "null");
        Member(ReplayMembers.Blocks, List(series.Epochs.Select(e => Long(e.Block))));
        Member(ReplayMembers.ValidatorUids, List(validators.Select(v => Long(Uid(series, v)))));
        if (present.Values.Count > 1)
        {
            Member(ReplayMembers.PresentUnique, List(present.Values));
            Member(ReplayMembers.PresentIndex, List(present.Index.Select(Whole)));
        }
        Member("read_from", List(sources.Select(Origin)));
        _text.Append("\n}\n");
    }

    private void Member(string name, string value, bool first = false) =>
        _text.Append(first ? "\n " : ",\n ").Append(Text(name)).Append(": ").Append(value);

    private static string Reset(BondsReset? reset) =>
        reset is null
            ? "null"
            : $"{{\"miner_index\": {Whole(reset.MinerIndex)}, \"epoch\": {Whole(reset.Epoch)}}}";

    private static string Origin(FileOrigin file) =>
        $"{{\"file\": {Text(Path.GetFileName(file.Name))}, \"sha256\": {Text(file.Sha256)}}}";

    private static int? Uid(Metagraph series, string validator) =>
        series.Epochs.Select(e => e.Find(validator)).First(row => row is not null)!.Uid;

    private static string List(IEnumerable<string> values) => $"[{string.Join(", ", values)}]";

    private static string Text(string value) =>
        $"\"{JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Long(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "null";

    /// <summary>The different texts among many, and which of them each is.</summary>
    private sealed class Distinct
    {
        private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

        public List<string> Values { get; } = [];

        public List<int> Index { get; } = [];

        public void Add(string text)
        {
            if (_places.TryAdd(text, Values.Count))
            {
                Values.Add(text);
            }
            Index.Add(_places[text]);
        }
    }
}
