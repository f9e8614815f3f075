using System.Text.Json;
using Simulator.Core.Consensus;
using Simulator.Core.Consensus.Execution;

namespace Simulator.Scenarios.Verification;

/// <summary>Recomputes epochs that vector files describe and compares every result that they state.</summary>
/// <remarks>
/// A file holds JSON lines, plain or gzip'ed, in the schema of tests/vectors/chain/README.md. A line with <c>epochs</c>
/// is a trajectory; a line with <c>stages</c> and no <c>in</c> gives intermediate results of the case with its id, in
/// whichever file that is; every other line is a case. Unknown members are passed over.
/// </remarks>
public sealed class EpochVerification
{
    private readonly ScalarEpoch _epoch = new();
    private readonly EpochVerificationReport _report = new();
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _stages = [];
    private readonly HashSet<string> _joined = [];

    private EpochVerification() { }

    /// <summary>Verifies files.</summary>
    /// <param name="paths">The files, in any order.</param>
    public static EpochVerificationReport Run(IReadOnlyList<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        EpochVerification verification = new();
        // Stages first: their cases may stand before them or in another file.
        IEnumerable<string> readable =
        [
            .. paths.Where(path => verification.Read(path, verification.CollectStages)),
        ];
        foreach (string path in readable)
        {
            verification.Read(path, verification.Verify);
        }
        verification._report.StagesWithoutCase = verification._stages.Keys.Count(id =>
            !verification._joined.Contains(id)
        );
        return verification._report;
    }

    /// <summary>Reads a file to its end; false, with a problem noted, when that cannot be done.</summary>
    private bool Read(string path, Action<VectorLine> use)
    {
        int last = 0;
        try
        {
            foreach (VectorLine line in VectorLines.Of(path))
            {
                use(line);
                last = line.Number;
            }
            if (last == 0)
            {
                _report.AddProblem(path, null, "the file is empty");
            }
            return last > 0;
        }
        catch (Exception e)
            when (e is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException
            )
        {
            _report.AddProblem(path, e is InvalidDataException ? last + 1 : null, Reason(path, e));
            return false;
        }
    }

    private static string Reason(string path, Exception e) =>
        e is FileNotFoundException or DirectoryNotFoundException ? "there is no such file"
        : Directory.Exists(path) ? "it is a folder, not a file"
        : e.Message;

    private void CollectStages(VectorLine line)
    {
        if (line.Utf8.Span.IndexOf("\"stages\""u8) < 0)
        {
            return;
        }
        try
        {
            using JsonDocument document = JsonDocument.Parse(line.Utf8);
            Field root = new("", document.RootElement);
            if (IsStages(root))
            {
                _stages[root.Member("id").Name()] = line.Utf8;
            }
        }
        catch (Exception e) when (e is JsonException or VectorFormatException)
        {
            // The second reading reports it.
        }
    }

    private void Verify(VectorLine line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line.Utf8);
            Field root = new("", document.RootElement);
            if (root.TryMember("epochs", out Field epochs))
            {
                VerifyTrajectory(root, epochs);
            }
            else if (IsStages(root))
            {
                root.Member("id").Name();
            }
            else
            {
                VerifyCase(root, Id(root, line));
            }
        }
        catch (JsonException e)
        {
            // The library counts lines of its own text, which is one line of ours.
            string what = e.Message.Split(" Path: ")[0].Split(" LineNumber: ")[0];
            _report.AddProblem(
                line.File,
                line.Number,
                $"not JSON: {what} (byte {e.BytePositionInLine} of the line)"
            );
        }
        catch (VectorFormatException e)
        {
            _report.AddProblem(line.File, line.Number, e.Message);
        }
    }

    private void VerifyCase(Field root, string id)
    {
        EpochState state = EpochState.Read(root.Member("in"));
        Comparison comparison = new(_report, id, null);
        _report.Cases++;
        EpochOutput found;
        if (root.TryMember("stages", out Field own))
        {
            found = _epoch.Run(state.Input(), new StageComparison(_report, comparison, own));
        }
        else if (_stages.TryGetValue(id, out ReadOnlyMemory<byte> line))
        {
            _joined.Add(id);
            using JsonDocument document = JsonDocument.Parse(line);
            Field stages = new Field("", document.RootElement).Member("stages");
            found = _epoch.Run(state.Input(), new StageComparison(_report, comparison, stages));
        }
        else
        {
            found = _epoch.Run(state.Input());
        }
        if (root.TryMember("out", out Field expected))
        {
            comparison.Compare(expected, found);
        }
    }

    private void VerifyTrajectory(Field root, Field epochs)
    {
        string id = root.Member("id").Name();
        EpochState state = EpochState.Read(root.Member("initial"));
        _report.Trajectories++;
        int index = 0;
        foreach (Field epoch in epochs.Items())
        {
            if (epoch.TryMember("set", out Field changes))
            {
                state.Set(changes);
            }
            EpochOutput found = _epoch.Run(state.Input());
            _report.Epochs++;
            if (epoch.TryMember("out", out Field expected))
            {
                int number = epoch.TryMember("epoch", out Field named) ? named.Count() : index;
                new Comparison(_report, id, number).Compare(expected, found);
            }
            state.Carry(found);
            index++;
        }
    }

    private static bool IsStages(Field root) =>
        root.TryMember("stages", out _) && !root.TryMember("in", out _);

    private static string Id(Field root, VectorLine line) =>
        root.TryMember("id", out Field id) ? id.Name() : $"{line.File}:{line.Number}";
}
