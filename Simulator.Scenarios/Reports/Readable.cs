using System.Globalization;
using Simulator.Core.Units;

namespace Simulator.Scenarios.Reports;

/// <summary>Numbers as people read them, alike on every machine.</summary>
internal static class Readable
{
    /// <summary>What stands where there is no value.</summary>
    public const string Nothing = "–";

    // One TAO and one alpha have equally many.
    private const double RaoPerUnit = Tao.RaoPerTao;

    /// <summary>A whole number with thousands apart: <c>14,400</c>.</summary>
    public static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>So many things: <c>1 epoch</c>, <c>40 epochs</c>.</summary>
    public static string Count(long number, string one, string? many = null) =>
        $"{Count(number)} {(number == 1 ? one : many ?? one + "s")}";

    /// <summary>A share as a percentage with two decimals, or a dash for NaN: <c>3.14%</c>.</summary>
    public static string Percent(double share) =>
        double.IsNaN(share) ? Nothing : (share * 100).ToString("0.00", CultureInfo.InvariantCulture) + "%";

    /// <summary>A ratio as whole percents, or a dash for NaN: <c>62%</c>.</summary>
    public static string WholePercent(double ratio) =>
        double.IsNaN(ratio) ? Nothing : (ratio * 100).ToString("N0", CultureInfo.InvariantCulture) + "%";

    /// <summary>A number with two decimals, or a dash for NaN.</summary>
    public static string Decimal(double number) =>
        double.IsNaN(number) ? Nothing : number.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>A difference with its sign and two decimals, or a dash for NaN: <c>+3.10</c>.</summary>
    public static string Signed(double number) =>
        double.IsNaN(number) ? Nothing : number.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);

    /// <summary>A number with up to four significant digits, or a dash for NaN.</summary>
    public static string Short(double number) =>
        double.IsNaN(number) ? Nothing : number.ToString("G4", CultureInfo.InvariantCulture);

    /// <summary>An amount counted in rao or rao-alpha, in whole units of 10⁹ with two decimals: <c>10,000.00</c>.</summary>
    public static string Units(ulong rao) => InUnits(rao).ToString("N2", CultureInfo.InvariantCulture);

    /// <summary>An amount of money with two decimals and thousands apart, or a dash for NaN: <c>1,234.50</c>.</summary>
    public static string Money(double amount) =>
        double.IsNaN(amount) ? Nothing : amount.ToString("N2", CultureInfo.InvariantCulture);

    /// <summary>An amount counted in rao, in whole units.</summary>
    public static double InUnits(ulong rao) => rao / RaoPerUnit;
}
