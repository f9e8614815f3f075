using System.Text;
using System.Text.Json;
using Simulator.Core.Consensus.Rules.Paper;

namespace Simulator.Scenarios.Verification.Yuma;

/// <summary>Cases and parameter sets of a golden folder.</summary>
internal sealed class YumaInputs
{
    private readonly Dictionary<string, YumaCase?> _cases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, YumaSet> _sets = new(StringComparer.Ordinal);
    private readonly YumaVerificationReport _report;
    private bool _setsAreBroken;

    private YumaInputs(YumaVerificationReport report) => _report = report;

    /// <summary>The cases by id; null for one that cannot be read.</summary>
    public IReadOnlyDictionary<string, YumaCase?> Cases => _cases;

    /// <summary>Reads all inputs of a folder.</summary>
    /// <param name="files">The files of the folder.</param>
    /// <param name="report">Takes what is wrong with them.</param>
    public static YumaInputs Read(GoldenFolder files, YumaVerificationReport report)
    {
        YumaInputs inputs = new(report);
        foreach (string file in files.Named("cases/", ".json"))
        {
            inputs.ReadJson(files, file, root => inputs.AddCase(file, root));
        }
        foreach (string file in files.Named("paramsets", ".json"))
        {
            if (!inputs.ReadJson(files, file, root => inputs.AddSets(file, root)))
            {
                inputs._setsAreBroken = true;
            }
        }
        return inputs;
    }

    /// <summary>Parameters and reset of a run.</summary>
    /// <param name="run">The run, whose case is known.</param>
    /// <param name="problem">Why there are none; null where that has been told before.</param>
    /// <returns>Null when there are none.</returns>
    public (PaperParameters Parameters, (int Miner, int Epoch)? Reset)? Of(
        YumaRunKey run,
        out string? problem
    )
    {
        problem = null;
        YumaCase input = _cases[run.Case]!;
        IReadOnlyDictionary<string, YumaSettings> byVersion = input.ByVersion;
        (int, int)? reset = input.Reset;
        if (run.Set is { } name)
        {
            if (!_sets.TryGetValue(name, out YumaSet? set))
            {
                problem = _setsAreBroken ? null : $"paramsets.json has no parameter set '{name}'";
                return null;
            }
            byVersion = set.ByVersion;
            reset = set.AppliesResets ? reset : null;
        }
        if (!byVersion.TryGetValue(run.Version, out YumaSettings? settings))
        {
            string place = run.Set is null ? $"case '{run.Case}'" : $"parameter set '{run.Set}'";
            problem = $"{place} has no parameters for version '{run.Version}'";
            return null;
        }
        return (input.Overrides.Over(settings.Over(new())), reset);
    }

    private void AddCase(string file, Field root)
    {
        bool failed = false;
        YumaCaseReader reader = new(message =>
        {
            failed = true;
            _report.AddProblem(file, null, message);
        });
        YumaCase? read = reader.Read(root);
        string id =
            read?.Id
            ?? (
                root.TryMember("id", out Field named) && named.Value.ValueKind == JsonValueKind.String
                    ? named.Name()
                    : GoldenFolder.Stem(file)
            );
        if (!_cases.TryAdd(id, failed ? null : read))
        {
            _report.AddProblem(file, null, $"id: another file in cases has the id '{id}' too");
        }
    }

    private void AddSets(string file, Field root)
    {
        foreach (Field set in root.Members())
        {
            void Tell(string message)
            {
                _setsAreBroken = true;
                _report.AddProblem(file, null, message);
            }
            try
            {
                _sets[set.Path] = new(
                    set.TryMember("reset_bonds_applied", out Field resets) && resets.Flag(),
                    YumaCaseReader.ByVersion(set, Tell)
                );
            }
            catch (VectorFormatException e)
            {
                Tell(e.Message);
            }
        }
        if (_setsAreBroken)
        {
            _sets.Clear();
        }
    }

    private bool ReadJson(GoldenFolder files, string file, Action<Field> use)
    {
        List<int> numbers = [];
        StringBuilder text = new();
        bool isRead = files.TryRead(
            file,
            _report,
            path =>
            {
                foreach (VectorLine line in VectorLines.Of(path))
                {
                    numbers.Add(line.Number);
                    text.Append(Encoding.UTF8.GetString(line.Utf8.Span)).Append('\n');
                }
            }
        );
        if (!isRead)
        {
            _cases.TryAdd(GoldenFolder.Stem(file), null);
            return false;
        }
        try
        {
            using JsonDocument document = JsonDocument.Parse(text.ToString());
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                _report.AddProblem(file, null, "the file holds no JSON object");
                _cases.TryAdd(GoldenFolder.Stem(file), null);
                return false;
            }
            use(new("", document.RootElement));
            return true;
        }
        catch (JsonException e)
        {
            string what = e.Message.Split(" Path: ")[0].Split(" LineNumber: ")[0];
            int? line =
                e.LineNumber is { } index && index < numbers.Count ? numbers[(int)index]
                : numbers.Count > 0 ? numbers[^1]
                : null;
            _report.AddProblem(file, line, numbers.Count == 0 ? "the file is empty" : $"not JSON: {what}");
            _cases.TryAdd(GoldenFolder.Stem(file), null);
            return false;
        }
        catch (VectorFormatException e)
        {
            _report.AddProblem(file, null, e.Message);
            return false;
        }
    }
}
