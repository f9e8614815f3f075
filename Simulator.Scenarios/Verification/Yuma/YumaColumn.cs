using System.Globalization;

namespace Simulator.Scenarios.Verification.Yuma;

/// <summary>A column of values in a golden table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Place">Its place in a row, from 0.</param>
/// <param name="Quantity">What it holds.</param>
/// <param name="Validator">The validator; null where there is none, or where the row names it.</param>
/// <param name="Miner">The miner; null where there is none.</param>
internal sealed record YumaColumn(string Name, int Place, YumaQuantity Quantity, int? Validator, int? Miner)
{
    private static readonly Dictionary<string, YumaQuantity> Quantities = new(StringComparer.Ordinal)
    {
        ["consensus"] = YumaQuantity.Consensus,
        ["incentive"] = YumaQuantity.Incentive,
        ["trust"] = YumaQuantity.Trust,
        ["vtrust"] = YumaQuantity.ValidatorTrust,
        ["dividend"] = YumaQuantity.Dividend,
        ["div1000"] = YumaQuantity.DividendPer1000,
        ["bond"] = YumaQuantity.Bond,
        ["alpha"] = YumaQuantity.Rate,
    };

    /// <summary>The column with a name such as <c>bond_0_2</c>; null when no column is called so.</summary>
    /// <param name="name">The name.</param>
    /// <param name="place">Its place in a row.</param>
    /// <param name="rowsNameValidator">Whether rows say of which validator their bonds are.</param>
    public static YumaColumn? Read(string name, int place, bool rowsNameValidator)
    {
        string[] parts = name.Split('_');
        if (!Quantities.TryGetValue(parts[0], out YumaQuantity quantity))
        {
            return null;
        }
        bool ofBonds = quantity is YumaQuantity.Bond or YumaQuantity.Rate;
        int wanted = ofBonds && !rowsNameValidator ? 2 : 1;
        int[] indices =
        [
            .. parts
                .Skip(1)
                .Select(part =>
                    int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
                        ? index
                        : -1
                ),
        ];
        if (indices.Length != wanted || indices.Contains(-1))
        {
            return null;
        }
        bool ofValidator =
            quantity is YumaQuantity.ValidatorTrust or YumaQuantity.Dividend or YumaQuantity.DividendPer1000;
        return ofValidator
            ? new(name, place, quantity, indices[0], null)
            : new(name, place, quantity, wanted == 2 ? indices[0] : null, indices[^1]);
    }
}
