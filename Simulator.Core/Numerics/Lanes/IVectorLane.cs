namespace Simulator.Core.Numerics.Lanes;

/// <summary>A lane of several neighbouring columns: how they come from memory and go there.</summary>
internal unsafe interface IVectorLane<T> : ILane<T>
    where T : struct, ILane<T>
{
    static abstract int Columns { get; }
    static abstract T Load(long* at);
    static abstract void Store(T a, long* at);

    /// <summary>What <see cref="Hold"/> left: the lane's own form, for memory that nobody else reads.</summary>
    static abstract T Held(long* at);
    static abstract void Hold(T a, long* at);

    /// <summary>The first number that <see cref="Hold"/> left there, in every column.</summary>
    static abstract T Repeated(long* at);
    static abstract T LoadCodes(uint* at);
    static abstract void StoreCodes(T a, uint* at);
    static abstract T LoadUnits(ushort* at);
    static abstract void StoreUnits(T a, ushort* at);
}
