namespace Simulator.Core.Numerics.Reals;

/// <summary>Numbers of neighbouring columns: how they come from memory and go there.</summary>
internal unsafe interface IVectorReal<R, W> : IReal<R, W>
    where R : struct, IReal<R, W>
    where W : struct, IWord<W>
{
    static abstract int Columns { get; }
    static abstract R Load(double* at);
    static abstract void Store(R a, double* at);

    /// <summary>Codes as numbers.</summary>
    static abstract R LoadCodes(uint* at);

    /// <summary>Stores whole numbers in [0, 2^32) as codes.</summary>
    static abstract void StoreCodes(R a, uint* at);

    static abstract W LoadWords(ulong* at);
}
