using System.Globalization;

namespace Simulator.Scenarios.Verification.Yuma;

/// <summary>Reads a case, and tells every member of it that is wrong.</summary>
/// <param name="problem">Takes what is wrong, one call a mistake.</param>
internal sealed class YumaCaseReader(Action<string> problem)
{
    private bool _failed;

    /// <summary>The case; null when anything in it is wrong.</summary>
    /// <param name="root">The object.</param>
    public YumaCase? Read(Field root)
    {
        string id = Try(() => root.Member("id").Name(), "");
        string[] validators = Try(() => Names(root.Member("validators")), []);
        string[] miners = Try(() => Names(root.Member("miners")), []);
        if (_failed)
        {
            // The shapes of all that follows hang on these.
            return null;
        }
        int epochs = Try(() => Epochs(root.Member("num_epochs")), 0);
        double[][]? weights = Try<double[][]?>(
            () =>
                root.Member("weights_unique")
                    .List(matrix => Matrix(matrix, validators.Length, miners.Length)),
            null
        );
        double[][]? stakes = Try<double[][]?>(
            () => root.Member("stakes_unique").List(vector => Vector(vector, validators.Length, "validator")),
            null
        );
        YumaCase read = new()
        {
            Id = id,
            Validators = validators,
            Miners = miners.Length,
            BaseValidator = Try(() => BaseValidator(root, validators), 0),
            WeightsUnique = weights ?? [],
            WeightsIndex = Try(
                () => Indices(root.Member("weights_index"), weights?.Length ?? int.MaxValue, epochs),
                []
            ),
            StakesUnique = stakes ?? [],
            StakesIndex = Try(
                () => Indices(root.Member("stakes_index"), stakes?.Length ?? int.MaxValue, epochs),
                []
            ),
            Reset = Try(() => Reset(root, miners.Length), null),
            Overrides = Try(
                () => root.TryMember("config_overrides", out Field own) ? Settings(own) : new(),
                new()
            ),
            ByVersion = Try(() => ByVersion(root, Tell), new Dictionary<string, YumaSettings>()),
        };
        return _failed ? null : read;
    }

    /// <summary>Parameters by version.</summary>
    /// <param name="root">An object that may have <c>params_by_version</c>.</param>
    /// <param name="problem">Takes what is wrong.</param>
    public static Dictionary<string, YumaSettings> ByVersion(Field root, Action<string> problem)
    {
        Dictionary<string, YumaSettings> read = new(StringComparer.Ordinal);
        if (root.TryMember("params_by_version", out Field versions))
        {
            foreach (Field version in versions.Members())
            {
                read[version.Path[(version.Path.LastIndexOf('.') + 1)..]] = YumaSettings.Read(
                    version,
                    problem
                );
            }
        }
        return read;
    }

    private YumaSettings Settings(Field settings) => YumaSettings.Read(settings, Tell);

    private void Tell(string message)
    {
        _failed = true;
        problem(message);
    }

    private T Try<T>(Func<T> read, T otherwise)
    {
        try
        {
            return read();
        }
        catch (VectorFormatException e)
        {
            Tell(e.Message);
            return otherwise;
        }
    }

    private static string[] Names(Field list)
    {
        string[] names = list.List(name => name.Name());
        return names.Length > 0 ? names : throw new VectorFormatException($"{list.Path}: the list is empty");
    }

    private static double[] Matrix(Field matrix, int rows, int columns) =>
        [.. Items(matrix, rows, "validator").SelectMany(row => Vector(row, columns, "miner"))];

    private static double[] Vector(Field vector, int length, string each) =>
        [.. Items(vector, length, each).Select(item => item.Amount())];

    private static Field[] Items(Field list, int wanted, string each)
    {
        Field[] items = [.. list.Items()];
        return items.Length == wanted
            ? items
            : throw new VectorFormatException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{list.Path}: a list of {items.Length}, but the case has {wanted} {each}s"
                )
            );
    }

    private static int Epochs(Field number) =>
        number.U32() is > 0 and <= int.MaxValue and uint epochs
            ? (int)epochs
            : throw number.Mismatch("an integer from 1");

    private static int[] Indices(Field list, int count, int epochs) =>
        [
            .. Items(list, epochs, "epoch")
                .Select(item =>
                    item.U32() is uint index && index < count
                        ? (int)index
                        : throw new VectorFormatException(
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"{item.Path}: {item.U32()} is not below {count}, the number of those listed"
                            )
                        )
                ),
        ];

    private static int BaseValidator(Field root, string[] validators)
    {
        Field named = root.Member("base_validator");
        int row = Array.IndexOf(validators, named.Name());
        return row >= 0 ? row : throw named.Mismatch("one of the validators");
    }

    private static (int Miner, int Epoch)? Reset(Field root, int miners)
    {
        if (!root.TryMember("reset_bonds", out Field reset) || reset.IsNull)
        {
            return null;
        }
        Field miner = reset.Member("miner_index");
        return miner.U32() < miners
            ? ((int)miner.U32(), (int)Math.Min(reset.Member("epoch").U32(), int.MaxValue))
            : throw miner.Mismatch(
                string.Create(CultureInfo.InvariantCulture, $"the index of one of {miners} miners")
            );
    }
}
