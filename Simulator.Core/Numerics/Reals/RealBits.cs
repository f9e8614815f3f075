namespace Simulator.Core.Numerics.Reals;

/// <summary>How a double is made up.</summary>
internal static class RealBits
{
    /// <summary>Bits of its fraction.</summary>
    public const int Digits = 52;

    /// <summary>What its exponent is stored with.</summary>
    public const long Bias = 1023;

    /// <summary>The bits of the fraction.</summary>
    public const long Mask = (1L << Digits) - 1;

    /// <summary>The bits of 1.0.</summary>
    public const long One = Bias << Digits;

    /// <summary>2^52: added to a smaller whole number it puts that number into the fraction, and rounds any other.</summary>
    public const double Two52 = 4503599627370496.0;
}
