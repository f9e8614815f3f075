using System.Collections.Immutable;
using System.Globalization;
using Simulator.Scenarios.Metagraphs.Changes;

namespace Simulator.Scenarios.Metagraphs;

/// <summary>Reads files with metagraphs and makes the series of them that was asked for.</summary>
internal sealed class MetagraphImport
{
    private readonly ImportPlan _plan;
    private readonly ImportedFiles _files;

    private MetagraphImport(ImportPlan plan, ImportedFiles files) => (_plan, _files) = (plan, files);

    /// <summary>Reads the files of a plan and makes its changes.</summary>
    /// <returns>What the files hold, and the series.</returns>
    /// <exception cref="MetagraphException">A file or the plan has mistakes.</exception>
    public static (ImportedFiles Files, Metagraph Series) Run(ImportPlan plan)
    {
        ImportedFiles files = ImportReader.Read(plan.Files);
        MetagraphImport import = new(plan, files);
        return (
            files,
            import.Changed(files.Series is { } series ? import.Filtered(series) : import.Joined())
        );
    }

    private Metagraph Filtered(Metagraph series)
    {
        if (!_plan.Add.IsEmpty)
        {
            throw Mistake(
                "--add",
                $"{_plan.Files[0]} names its validators and has no other neurons: use snapshots, .pt or .csv"
            );
        }
        return _plan.MinStake is not { } least
            ? series
            : Checked(
                series with
                {
                    Epochs =
                    [
                        .. series.Epochs.Select(e =>
                            e with
                            {
                                Validators = [.. e.Validators.Where(row => row.Stake >= least)],
                            }
                        ),
                    ],
                },
                "--min-stake"
            );
    }

    /// <summary>The series of the snapshots: every neuron is a miner, those with stake enough are validators.</summary>
    private Metagraph Joined()
    {
        ImmutableArray<Snapshot> snapshots = _files.Snapshots;
        int miners = snapshots.Max(s => s.Neurons);
        (string Hotkey, double? Stake)[] added =
        [
            .. _plan.Add.Select(a => (Neuron(snapshots, a.Neuron), a.Stake)),
        ];
        (long first, long last) = (snapshots[0].Block, snapshots[^1].Block);
        string blocks = string.Create(
            CultureInfo.InvariantCulture,
            $"block{(first == last ? "" : "s")} {first}{(first == last ? "" : $" to {last}")}"
        );
        int netuid = snapshots[0].NetUid;
        Metagraph series = new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"netuid{netuid}_block{first}_{last}"),
            Source = "chain",
            Name = string.Create(CultureInfo.InvariantCulture, $"netuid {netuid}, {blocks}"),
            NetUid = netuid,
            Miners =
            [
                .. Enumerable.Range(0, miners).Select(uid => uid.ToString(CultureInfo.InvariantCulture)),
            ],
            Epochs = [.. snapshots.Select(s => Epoch(s, miners, added))],
        };
        return Checked(series, "--min-stake");
    }

    private MetagraphEpoch Epoch(Snapshot snapshot, int miners, (string Hotkey, double? Stake)[] added)
    {
        double least = _plan.MinStake ?? ImportPlan.UsualStake;
        List<ValidatorRow> rows = [];
        for (int uid = 0; uid < snapshot.Neurons; uid++)
        {
            int addition = Array.FindIndex(added, a => a.Hotkey == snapshot.Hotkeys[uid]);
            if (addition >= 0 || snapshot.Stake[uid] >= least)
            {
                ValidatorRow row = snapshot.Validator(uid, miners);
                rows.Add(
                    addition >= 0 && added[addition].Stake is { } stake ? row with { Stake = stake } : row
                );
            }
        }
        return new(snapshot.Block, [.. rows]);
    }

    private Metagraph Changed(Metagraph series)
    {
        string[] dropped = [.. _plan.Drop.Select(key => Validator(series, "--drop", key))];
        series = Checked(RowChanges.Without(series, dropped), "--drop");
        if (_plan.Epochs is { } epochs)
        {
            if ((long)epochs * series.Validators.Length > MetagraphLimits.Rows)
            {
                throw Mistake(
                    "--epochs",
                    $"{epochs} epochs of {series.Validators.Length} validators are more than {MetagraphLimits.Rows} rows"
                );
            }
            series = RowChanges.Lasting(series, epochs);
        }
        if (_plan.Shifted is { } shifted)
        {
            series = RowChanges.Shifted(series, Validator(series, "--shifted", shifted));
        }
        if (_plan.Delayed is { } delayed)
        {
            string? late = delayed.Validator is { } key ? Validator(series, "--delayed", key) : null;
            series = RowChanges.Delayed(series, late, delayed.Epochs);
        }
        return _plan.Copiers.IsEmpty ? series : Copiers.Join(Free(series), _plan.Copiers);
    }

    private Metagraph Free(Metagraph series)
    {
        string? taken = Enumerable
            .Range(0, _plan.Copiers.Length)
            .Select(Copiers.Name)
            .FirstOrDefault(series.Validators.Contains);
        return taken is null
            ? series
            : throw Mistake("--add-copier", $"there is a validator {Files.Show.Quoted(taken)} already");
    }

    /// <summary>A series in which every epoch has a validator.</summary>
    private static Metagraph Checked(Metagraph series, string option)
    {
        for (int e = 0; e < series.Epochs.Length; e++)
        {
            if (series.Epochs[e].Validators.IsEmpty)
            {
                throw Mistake(
                    option,
                    series.Epochs[e].Block is { } block
                        ? $"no validator is left at block {block}"
                        : $"no validator is left in epoch {e}"
                );
            }
        }
        return series;
    }

    /// <summary>The hotkey of a validator that a user names by its uid, its row or its hotkey.</summary>
    private static string Validator(Metagraph series, string option, string key) =>
        ValidatorNames.Find(series, key, out string complaint) ?? throw Mistake(option, complaint);

    /// <summary>The hotkey of a neuron that a user names by its uid or its hotkey; a uid is looked up in the first
    /// snapshot that has it.</summary>
    private static string Neuron(ImmutableArray<Snapshot> snapshots, string key)
    {
        if (snapshots.Any(s => s.Hotkeys.Contains(key)))
        {
            return key;
        }
        return
            int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out int uid)
            && snapshots.FirstOrDefault(s => uid < s.Neurons) is { } holder
            ? holder.Hotkeys[uid]
            : throw Mistake("--add", $"no neuron has the uid or hotkey {Files.Show.Quoted(key)}");
    }

    private static MetagraphException Mistake(string option, string message) =>
        new([new MetagraphProblem(option, "", message)]);
}
