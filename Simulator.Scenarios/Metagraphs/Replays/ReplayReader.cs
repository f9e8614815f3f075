using System.Collections.Immutable;
using System.Text.Json;

namespace Simulator.Scenarios.Metagraphs.Replays;

/// <summary>Reads a replay file, or a case of the Python packages, which has the same form.</summary>
internal sealed class ReplayReader
{
    private static readonly JsonDocumentOptions Options = new()
    {
        AllowDuplicateProperties = false,
        MaxDepth = 16,
    };

    private readonly JsonElement _root;
    private readonly JsonList _lists;
    private readonly Complaints _complaints;

    private ReplayReader(JsonElement root, Complaints complaints) =>
        (_root, _lists, _complaints) = (root, new JsonList(root, complaints), complaints);

    /// <summary>The series; null and complaints when there is a mistake.</summary>
    public static Metagraph? Read(SourceFile file, Complaints complaints)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(file.Bytes, Options);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return new ReplayReader(document.RootElement, complaints).Read();
            }
            complaints.Add("", $"it is {JsonList.Describe(document.RootElement)}, not an object");
        }
        catch (JsonException e)
        {
            complaints.Add(
                e.LineNumber is { } line ? $"line {line + 1}, byte {e.BytePositionInLine + 1}" : "",
                "it is not JSON, or cut off: " + e.Message.Split(" LineNumber:")[0].Split(" Path:")[0],
                e.LineNumber is { } at ? ((int)at + 1, (int)(e.BytePositionInLine ?? 0) + 1) : null
            );
        }
        return null;
    }

    private Metagraph? Read()
    {
        ImmutableArray<string> validators = _lists.Names(ReplayMembers.Validators);
        ImmutableArray<string> miners = _lists.Names(ReplayMembers.Miners);
        int count = Epochs(validators.Length);
        if (!_complaints.IsEmpty)
        {
            return null;
        }
        ImmutableArray<MetagraphEpoch> epochs = new ReplayEpochs(_root, _lists, _complaints)
        {
            Validators = validators,
            Miners = miners.Length,
            Count = count,
        }.Read();
        Metagraph series = new()
        {
            Id = Text(ReplayMembers.Id),
            Source = Text(ReplayMembers.Source),
            Name = Text(ReplayMembers.Name),
            NetUid = Member(ReplayMembers.NetUid) is { } netuid
                ? _lists.Index(netuid, ReplayMembers.NetUid, ushort.MaxValue + 1)
                : null,
            Miners = miners,
            Epochs = epochs,
            BaseValidator = BaseValidator(validators),
            Reset = Reset(miners.Length, count),
            Overrides = Overrides(),
        };
        return _complaints.IsEmpty ? series : null;
    }

    private int Epochs(int validators)
    {
        int most = MetagraphLimits.Epochs;
        if (
            Member(ReplayMembers.Epochs) is { ValueKind: JsonValueKind.Number } member
            && member.TryGetInt32(out int epochs)
            && epochs >= 1
            && epochs <= most
        )
        {
            if ((long)epochs * validators > MetagraphLimits.Rows)
            {
                _complaints.Add(
                    ReplayMembers.Epochs,
                    $"{epochs} epochs of {validators} validators are more than {MetagraphLimits.Rows} rows"
                );
            }
            return epochs;
        }
        _complaints.Add(ReplayMembers.Epochs, $"it must be a whole number from 1 to {most}");
        return 0;
    }

    private string Text(string name)
    {
        if (Member(name) is { ValueKind: JsonValueKind.String } member)
        {
            return member.GetString()!;
        }
        _complaints.Add(name, "it is missing or not a text");
        return "";
    }

    private string? BaseValidator(ImmutableArray<string> validators)
    {
        if (Member(ReplayMembers.BaseValidator) is not { } member)
        {
            return null;
        }
        string? name = member.ValueKind == JsonValueKind.String ? member.GetString() : null;
        if (name is null || !validators.Contains(name))
        {
            _complaints.Add(
                ReplayMembers.BaseValidator,
                $"it is {JsonList.Describe(member)}, not one of the validators"
            );
        }
        return name;
    }

    private BondsReset? Reset(int miners, int epochs)
    {
        if (Member(ReplayMembers.Reset) is not { } member)
        {
            return null;
        }
        if (
            member.ValueKind == JsonValueKind.Object
            && member.TryGetProperty("miner_index", out JsonElement miner)
            && member.TryGetProperty("epoch", out JsonElement epoch)
        )
        {
            return new(
                _lists.Index(miner, $"{ReplayMembers.Reset}.miner_index", miners),
                _lists.Index(epoch, $"{ReplayMembers.Reset}.epoch", epochs)
            );
        }
        _complaints.Add(
            ReplayMembers.Reset,
            $"it is {JsonList.Describe(member)}, not null or an object of miner_index and epoch"
        );
        return null;
    }

    private ImmutableArray<KeyValuePair<string, string>> Overrides()
    {
        if (Member(ReplayMembers.Overrides) is not { } member)
        {
            return [];
        }
        if (member.ValueKind == JsonValueKind.Object)
        {
            return
            [
                .. member
                    .EnumerateObject()
                    .Select(p => new KeyValuePair<string, string>(p.Name, p.Value.GetRawText())),
            ];
        }
        _complaints.Add(ReplayMembers.Overrides, $"it is {JsonList.Describe(member)}, not an object");
        return [];
    }

    /// <summary>A member, or null when it is missing or null.</summary>
    private JsonElement? Member(string name) =>
        _root.TryGetProperty(name, out JsonElement member) && member.ValueKind != JsonValueKind.Null
            ? member
            : null;
}
