using System.Collections.Immutable;
using Simulator.Scenarios.Metagraphs.Dumps.Pickles;

namespace Simulator.Scenarios.Metagraphs.Dumps;

/// <summary>Reads a snapshot from a <c>.pt</c> file: a dict of <c>netuid</c>, <c>block</c>, <c>S</c>, <c>W</c> and
/// <c>hotkeys</c>, written by <c>torch.save</c>.</summary>
/// <param name="zip">The archive.</param>
/// <param name="map">The dict.</param>
/// <param name="complaints">Takes what is wrong.</param>
internal sealed class DumpReader(DumpZip zip, OrderedDictionary<string, object?> map, Complaints complaints)
{
    private static readonly string[] Keys = ["netuid", "block", "S", "W", "hotkeys"];

    /// <summary>The snapshot; null and complaints when there is a mistake.</summary>
    public static Snapshot? Read(SourceFile file, Complaints complaints)
    {
        try
        {
            using DumpZip zip = DumpZip.Open(file.Bytes);
            object? value = PickleMachine.Read(zip.Pickle());
            if (value is OrderedDictionary<string, object?> map)
            {
                return new DumpReader(zip, map, complaints).Read();
            }
            complaints.Add(
                "data.pkl",
                $"it holds {Constructors.Describe(value)}, not a dict of {Files.Show.Names(Keys)}"
            );
        }
        catch (PickleException e)
        {
            complaints.Add($"data.pkl, byte {e.Offset}", e.Message);
        }
        catch (InvalidDataException e)
        {
            complaints.Add("", e.Message);
        }
        return null;
    }

    private Snapshot? Read()
    {
        foreach (string key in Keys.Where(key => !map.ContainsKey(key)))
        {
            complaints.Add(key, $"it is missing; the dump has {KeysFound()}");
        }
        if (!complaints.IsEmpty)
        {
            return null;
        }
        ImmutableArray<string> hotkeys = Hotkeys();
        int neurons = hotkeys.Length;
        if (!complaints.IsEmpty)
        {
            return null;
        }
        Snapshot snapshot = new(
            (int)Whole("netuid", ushort.MaxValue),
            Whole("block", long.MaxValue),
            hotkeys,
            Amounts("S", [neurons]),
            Amounts("W", [neurons, neurons])
        );
        if (complaints.IsEmpty)
        {
            snapshot.Check(complaints);
        }
        return complaints.IsEmpty ? snapshot : null;
    }

    private string KeysFound() =>
        map.Count == 0 ? "no keys" : Files.Show.Names(map.Keys.Take(20).Select(Files.Show.Bare));

    private ImmutableArray<string> Hotkeys()
    {
        IReadOnlyList<object?> list = map["hotkeys"] as IReadOnlyList<object?> ?? [];
        if (list.Count is 0 or > MetagraphLimits.Neurons)
        {
            complaints.Add(
                "hotkeys",
                $"{Constructors.Describe(map["hotkeys"])} is not a list of 1 to {MetagraphLimits.Neurons} texts"
            );
            return [];
        }
        for (int uid = 0; uid < list.Count; uid++)
        {
            if (list[uid] is not string)
            {
                complaints.Add($"hotkeys[{uid}]", $"it is {Constructors.Describe(list[uid])}, not a text");
            }
        }
        return complaints.IsEmpty ? [.. list.Cast<string>()] : [];
    }

    private long Whole(string key, long most)
    {
        double? number = map[key] switch
        {
            long whole => whole,
            NumberArray { Count: 1 } array => Numbers(key, array)?[0],
            _ => null,
        };
        // Every whole number up to 2⁵³ is a double; beyond that no block is.
        if (number is >= 0 and < 1L << 53 && number <= most && Math.Floor(number.Value).Equals(number.Value))
        {
            return (long)number.Value;
        }
        complaints.Add(
            key,
            $"it is {Shown(map[key])}, not a whole number from 0 to {Math.Min(most, (1L << 53) - 1)}"
        );
        return 0;
    }

    private static string Shown(object? value) =>
        value is long number ? FormattableString.Invariant($"{number}") : Constructors.Describe(value);

    private ImmutableArray<double> Amounts(string key, long[] shape)
    {
        double[]? numbers = map[key] switch
        {
            NumberArray array when array.Shape.SequenceEqual(shape) => Numbers(key, array),
            NumberArray => null,
            var nested => Nested(nested, shape),
        };
        if (numbers is null)
        {
            string expected = string.Join(" × ", shape);
            complaints.Add(
                key,
                $"it is {Constructors.Describe(map[key])}, and there are {shape[0]} hotkeys: it must be numbers of shape {expected}"
            );
            return [];
        }
        for (int i = 0; i < numbers.Length; i++)
        {
            if (!Complaints.IsAmount(numbers[i]))
            {
                complaints.AddAmount(
                    shape.Length == 1 ? $"{key}[{i}]" : $"{key}[{i / shape[1]}][{i % shape[1]}]",
                    numbers[i]
                );
            }
        }
        return [.. numbers];
    }

    /// <summary>The elements of an array; null and a complaint when the bytes are not there.</summary>
    private double[]? Numbers(string key, NumberArray array)
    {
        if (array.Storage is not { } storage)
        {
            return array.Type is null ? null : array.Numbers(array.Bytes.Span);
        }
        byte[] bytes = zip.Storage(storage.Key);
        if (bytes.Length != storage.Count * storage.Type.Size)
        {
            throw new InvalidDataException(
                $"{key}: the storage {Files.Show.Quoted(storage.Key)} has {bytes.Length} bytes, not {storage.Count} elements of {storage.Type.Size}"
            );
        }
        return array.Numbers(bytes);
    }

    /// <summary>The numbers of lists in lists; null when they are not of the shape.</summary>
    private static double[]? Nested(object? value, ReadOnlySpan<long> shape)
    {
        if (value is not IReadOnlyList<object?> list || list.Count != shape[0])
        {
            return null;
        }
        List<double> numbers = [];
        foreach (object? item in list)
        {
            if (shape.Length > 1 && Nested(item, shape[1..]) is { } row)
            {
                numbers.AddRange(row);
            }
            else if (shape.Length == 1 && item is double or long)
            {
                numbers.Add(item is long whole ? whole : (double)item);
            }
            else
            {
                return null;
            }
        }
        return [.. numbers];
    }
}
