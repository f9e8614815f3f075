using Simulator.Core.Chain.Parameters;
using Simulator.Scenarios.Binding;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Sections;

/// <summary>How the chain's parameters are written in a scenario; all are read as the stored integer.</summary>
internal static class ParameterValues
{
    // A binary64 keeps any decimal of so many digits apart from its neighbours, so that what is written reads back.
    private const int FactorDigits = 15;

    /// <summary>How a parameter is written.</summary>
    public static ValueKind Of(Parameter p) =>
        p.Kind == ParameterKind.Flag ? Flag
        : p.Kind == ParameterKind.Choice
            ? new ChoiceKind(
                $"one of {string.Join(", ", p.Words)}",
                [.. p.Words.Select((word, i) => (word, (object)(Int128)i))]
            )
        : p.Kind == ParameterKind.Count ? Count(p)
        : p.Kind == ParameterKind.Blocks ? Amount(p, "blocks", 0, "block")
        : p.Kind == ParameterKind.TaoAmount ? Amount(p, "TAO", 9)
        : p.Kind == ParameterKind.AlphaAmount ? Amount(p, "alpha", 9)
        : p.Kind == ParameterKind.Multiplier ? Factor(p)
        : new ConvertedKind(
            new StoredNumberKind(p.Kind),
            raw => raw,
            raw => raw,
            raw => p.Complaint((Int128)raw)
        );

    private static ConvertedKind Flag { get; } =
        new(new FlagKind(), flag => (Int128)((bool)flag ? 1 : 0), raw => (Int128)raw != 0);

    private static ConvertedKind Count(Parameter p) =>
        new(
            new NumberKind(typeof(decimal), whole: true, (decimal)p.Least, (decimal)p.Most),
            number => (Int128)(decimal)number,
            raw => (decimal)(Int128)raw
        );

    private static AmountKind<object> Amount(
        Parameter p,
        string unit,
        int decimals,
        string? singular = null
    ) =>
        new(
            unit,
            decimals,
            p.Kind.Value(p.Least),
            p.Kind.Value(p.Most),
            number => p.Kind.Store(number),
            raw => p.Kind.Value((Int128)raw),
            singular
        );

    private static ConvertedKind Factor(Parameter p) =>
        new(
            new NumberKind(typeof(decimal), whole: false, p.Kind.Value(p.Least), p.Kind.Value(p.Most)),
            number => p.Kind.Store((decimal)number),
            raw => p.Kind.Value((Int128)raw),
            number =>
                Numeral.Text((decimal)number) is { } text && text.Count(char.IsAsciiDigit) > FactorDigits
                    ? $"{Show.Bare(text)} has more than {FactorDigits} digits"
                    : null
        );
}
