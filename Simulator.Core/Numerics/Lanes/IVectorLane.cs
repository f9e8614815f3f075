namespace Simulator.Core.Numerics.Lanes;

/// <summary>A lane of several neighbouring columns: how they come from memory and go there.</summary>
internal unsafe interface IVectorLane<T> : ILane<T>
    where T : struct, ILane<T>
{
    static abstract int Columns { get; }
    static abstract T Load(long* at);
    static abstract void Store(T a, long* at);
    static abstract T LoadCodes(uint* at);
    static abstract void StoreCodes(T a, uint* at);
    static abstract T LoadUnits(ushort* at);
    static abstract void StoreUnits(T a, ushort* at);
}
