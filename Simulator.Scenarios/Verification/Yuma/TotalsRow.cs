namespace Simulator.Scenarios.Verification.Yuma;

/// <summary>Sum of one validator's dividends over all epochs of a run.</summary>
/// <param name="Run">The run.</param>
/// <param name="Line">Line of the table.</param>
/// <param name="IsSingle">Whether it is in single precision.</param>
/// <param name="Validator">The validator.</param>
/// <param name="Total">Dividends for 1000 TAO, added up.</param>
/// <param name="Percent">How much more that is than the base validator's, percent.</param>
internal sealed record TotalsRow(
    YumaRunKey Run,
    int Line,
    bool IsSingle,
    int Validator,
    double Total,
    double Percent
);
